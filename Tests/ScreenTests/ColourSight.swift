import Foundation
import Screen

/// How colours look to eyes: red, green and blue in 0…255.
enum ColourSight {
  /// The usual sixteen, as xterm shows them.
  private static let basic: [[Double]] = [
    [0, 0, 0], [205, 0, 0], [0, 205, 0], [205, 205, 0], [0, 0, 238], [205, 0, 205], [0, 205, 205],
    [229, 229, 229], [127, 127, 127], [255, 0, 0], [0, 255, 0], [255, 255, 0], [92, 92, 255],
    [255, 0, 255], [0, 255, 255], [255, 255, 255],
  ]

  static func rgb(_ colour: Colour) -> [Double]? {
    guard case .palette(let number, _) = colour else { return nil }
    return rgb(number)
  }

  static func rgb(_ number: UInt8) -> [Double] {
    let number = Int(number)
    if number < 16 { return basic[number] }
    if number >= 232 { return Array(repeating: Double(8 + 10 * (number - 232)), count: 3) }
    let levels: [Double] = [0, 95, 135, 175, 215, 255]
    let cube = number - 16
    return [levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6]]
  }

  private static func linear(_ colour: [Double]) -> [Double] {
    colour.map {
      let part = $0 / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
  }

  private static func luminance(_ linear: [Double]) -> Double {
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// The ratio of the Web Content Accessibility Guidelines, 1…21.
  static func contrast(_ one: [Double], _ other: [Double]) -> Double {
    let both = [luminance(linear(one)), luminance(linear(other))]
    return ((both.max() ?? 0) + 0.05) / ((both.min() ?? 0) + 0.05)
  }

  /// How different two colours look to an eye without green cones (Machado, Oliveira and Fernandes
  /// 2009), as a distance in CIELAB; 2 is just noticed.
  static func deuteranopicDifference(_ one: [Double], _ other: [Double]) -> Double {
    let places = [one, other].map { lab(deuteranopic(linear($0))) }
    return zip(places[0], places[1]).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
  }

  private static func deuteranopic(_ colour: [Double]) -> [Double] {
    let matrix = [
      [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
      [-0.011820, 0.042940, 0.968881],
    ]
    return matrix.map { row in
      min(1, max(0, zip(row, colour).map { $0 * $1 }.reduce(0, +)))
    }
  }

  private static func lab(_ linear: [Double]) -> [Double] {
    let x = (0.4124 * linear[0] + 0.3576 * linear[1] + 0.1805 * linear[2]) / 0.95047
    let z = (0.0193 * linear[0] + 0.1192 * linear[1] + 0.9505 * linear[2]) / 1.08883
    let parts = [x, luminance(linear), z].map { $0 > 0.008856 ? cbrt($0) : 7.787 * $0 + 16.0 / 116 }
    return [116 * parts[1] - 16, 500 * (parts[0] - parts[1]), 200 * (parts[1] - parts[2])]
  }
}
