import Vocabulary
import Workflow

extension Procedure {
  /// Vent, apologise, collect, solve, ask, follow up (S1-29 to S1-34).
  static let sixSteps = Procedure(
    id: "six_steps",
    steps: [
      Step(
        id: "vent",
        gates: [
          .advice(
            "heard", .leave,
            .all([
              .customerSpoke, .any([.heatBelow(.angry), .turns(3), .customerAsked]),
            ])),
          .advice("problem_stated", .leave, .fields([.problem, .demand])),
        ],
        branches: [Branch(to: "apologise")]),
      Step(
        id: "apologise",
        gates: [
          .advice("apology", .leave, .said([.regret, .responsibility])),
          .advice("understood", .leave, .said([.empathy, .acknowledgement])),
          .advice("problem_confirmed", .leave, .confirmed(.problem)),
        ],
        branches: [Branch(to: "collect")]),
      Step(
        id: "collect",
        gates: [
          .advice("facts", .leave, .fields([.customer, .order])),
          .advice("read_back", .leave, .confirmed(.readBack)),
          .advice("own_idea", .leave, .any([.said([.askView]), .fields([.ownProposal])])),
        ],
        branches: [Branch(to: "solve")]),
      Step(
        id: "solve",
        gates: [
          Gate(
            id: "plan_offered", occasions: [.leave], strength: .advice, condition: .offered,
            towards: ["follow_up", "ask"]),
          Gate(
            id: "answer_recorded", occasions: [.leave], strength: .advice,
            condition: .answered(.any), towards: ["follow_up", "ask"]),
        ],
        branches: [
          Branch(to: "follow_up", when: .answered(.accepted)), Branch(to: "ask"),
          Branch(to: "superior", when: .escalated),
        ]),
      Step(
        id: "ask", gates: [.advice("view_recorded", .leave, .viewRecorded)],
        branches: [
          Branch(to: "collect", when: .classified([.upheld])), Branch(to: "solve"),
          Branch(to: "superior", when: .escalated), Branch(to: "impasse"),
        ]),
      Step(
        id: "follow_up",
        branches: [
          Branch(to: "solve", when: .answered(.declined)),
          Branch(to: "collect", when: .answered(.declined)),
        ]),
    ],
    sideSteps: [
      Step(
        id: "superior", gates: [.advice("told_who", .leave, .said([.handUp]))],
        branches: [
          Branch(to: "follow_up", when: .answered(.accepted)), Branch(to: "solve"),
          Branch(to: "impasse"),
        ]),
      Step(id: "impasse", branches: [Branch(to: "solve", when: .answered(.accepted))]),
    ],
    gates: [.advice("confirmed_before_offer", .offer, .confirmed(.problem))],
    skips: [
      Skip(
        from: ["vent", "apologise"], to: "collect",
        gate: .advice(
          "cool_enquiry", .skip,
          .all([
            .customerSpoke, .heatBelow(.angry), .any([.customerAsked, .classified([.concern])]),
          ])))
    ],
    grantStep: "follow_up", returningStep: "solve")
}
