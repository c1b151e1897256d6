package words

import (
	"fmt"

	"github.com/dsaeval/dsaeval/engine/report"
)

// IfApplied begins what would hold of obligations whose day has not come.
const IfApplied = "if the obligations applied that do not apply yet"

// NotYet counts obligations that do not apply because their day has not come, and for
// no other reason: those of the stress test.
func NotYet(n int) string {
	return numbered(n, "obligation does", "obligations do") + " not apply yet, and for no other reason"
}

// WaitsFor says for how many facts an undetermined obligation waits.
func WaitsFor(facts int) string { return "waits for " + numbered(facts, "fact", "facts") }

// NotApplicable counts obligations that do not apply by their first reason, in the
// order in which the scope is decided. Those of the stress test are counted apart from
// those that would not apply on their day either. Two conditions can rule each other out
// although either is open; then there is no reason.
func NotApplicable(obligations []report.Obligation) []string {
	counts := map[report.Reason]int{}
	waiting := 0
	for _, o := range obligations {
		reason := report.Reason("")
		if len(o.Reasons) > 0 {
			reason = o.Reasons[0]
		}
		if _, ok := reason.Presupposed(); ok {
			reason = report.Presupposes
		}
		if o.Waiting() {
			waiting++
			continue
		}
		counts[reason]++
	}
	var parts []string
	add := func(n int, because string) {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d because %s", n, because))
		}
	}
	for _, reason := range append(Reasons(), "") {
		if reason != report.NotYet {
			add(counts[reason], Reason(reason))
			continue
		}
		add(waiting, Reason(reason))
		add(counts[reason], Reason(reason)+", and for other reasons")
	}
	return parts
}

// numbered is a number with what it counts, of five digits with spaces between.
func numbered(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return Number(n) + " " + many
}
