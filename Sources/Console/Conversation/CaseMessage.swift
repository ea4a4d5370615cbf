package import Workflow

/// One thing written or said in a case; what the console is told is a ``Message`` of its own.
package typealias CaseMessage = Workflow.Message
