package render

import (
	"bufio"
	"fmt"
	"io"

	"github.com/dsaeval/dsaeval/records/lint"
)

// LintTAP writes the Test Anything Protocol, version 14: one test point per
// rule. An error is not ok. A warning is not ok with TODO, which harnesses list
// and do not fail on; a rule with nothing to check is ok with SKIP.
func LintTAP(w io.Writer, r *lint.Report) error {
	buffered := bufio.NewWriter(w)
	fmt.Fprintf(buffered, "TAP version 14\n1..%d\n# %s\n", len(r.Rules), oneLine(lintSubject(r)))
	for i, rule := range lintRules(r) {
		ok, directive := "ok", ""
		switch rule.Outcome {
		case lintError:
			ok = "not ok"
		case lintWarning:
			ok, directive = "not ok", " # TODO warning"
		case lintNothing:
			directive = " # SKIP " + string(lintNothing)
		}
		fmt.Fprintf(buffered, "%s %d - %s%s\n", ok, i+1, tapText(rule.name()+" ["+rule.ID+"]"), directive)
		lintDiagnostics(buffered, rule)
	}
	for _, a := range r.Assumed {
		fmt.Fprintf(buffered, "# assumed: %s\n", oneLine(lintAssumption(a)))
	}
	fmt.Fprintf(buffered, "# %s\n", lintTotals(r))
	return buffered.Flush()
}

func lintDiagnostics(w io.Writer, rule lintRule) {
	if len(rule.found) == 0 {
		return
	}
	fmt.Fprintf(w, "  ---\n  severity: %s\n", rule.Outcome)
	if rule.Basis != "" {
		fmt.Fprintf(w, "  basis: %s\n", yamlString(rule.Basis))
	}
	fmt.Fprintf(w, "  findings:\n")
	for _, f := range rule.found {
		fmt.Fprintf(w, "    - at: %s\n      message: %s\n", yamlString(f.Ref.String()), yamlString(f.Message))
		if f.Line > 0 {
			fmt.Fprintf(w, "      line: %d\n", f.Line)
		}
	}
	fmt.Fprintf(w, "  ...\n")
}
