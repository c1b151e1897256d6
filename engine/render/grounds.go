package render

import (
	"fmt"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/engine/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// What a breach and its findings rest on, in the words of all formats.

// breachWords names a breach by its basis. A breach by benchmark is one by a
// value that stands for an open word, and another value could end it.
func breachWords(o report.Obligation) string {
	said := "breach"
	switch o.Basis {
	case report.ByParameter:
		said += " by benchmark"
	case report.ByReading:
		said += " on a reading"
	}
	if o.Ended {
		said += ", ended"
	}
	return said
}

// standsOn says of a verdict on how many conclusions of others it rests, and what
// the auditors concluded.
func standsOn(o report.Obligation) string {
	var parts []string
	if o.JudgedFacts > 0 {
		parts = append(parts, "rests on "+writing.Count(o.JudgedFacts, "judged fact", "judged facts"))
	}
	if o.AuditConclusion != nil {
		parts = append(parts, "the auditors concluded: "+strings.ReplaceAll(fmt.Sprint(o.AuditConclusion.Value), "_", " "))
	}
	return strings.Join(parts, "; ")
}

// statusWords say what a finding rests on whose weakest fact has a status.
// Where nobody says who established a fact, nothing is said.
var statusWords = map[report.Status]string{
	report.Court:        "rests on findings of a court",
	report.Final:        "rests on final decisions",
	report.Measured:     "rests on independent tests",
	report.Documented:   "rests on documents",
	report.Preliminary:  "rests on preliminary findings",
	report.SelfDeclared: "rests on what the provider says",
}

// groundLines say beside the evidence what a finding rests on and when it ended.
func groundLines(f report.Finding) []string {
	var lines []string
	for _, p := range f.Parameters {
		lines = append(lines, "by benchmark: "+parameterText(p))
	}
	for _, r := range f.Readings {
		lines = append(lines, "on a reading: "+readingText(r))
	}
	if said := statusWords[f.Status]; said != "" {
		lines = append(lines, said)
	}
	if f.EndedOn != nil {
		lines = append(lines, "ended on "+*f.EndedOn)
	}
	return lines
}

// basisText says in brackets by which values and readings a finding holds; it is
// empty for one by the law alone.
func basisText(f report.Finding) string {
	var parts []string
	if len(f.Parameters) > 0 {
		parts = append(parts, "by benchmark: "+joined(f.Parameters, ", ", parameterText))
	}
	if len(f.Readings) > 0 {
		parts = append(parts, "on a reading: "+joined(f.Readings, ", ", readingText))
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, "; ") + ")"
}

// endedText is a finding with the day on which it ended, if it has.
func endedText(f report.Finding) string {
	if f.EndedOn == nil {
		return findingText(f)
	}
	return findingText(f) + ", ended on " + *f.EndedOn
}

func readingText(r report.ReadingValue) string {
	return fmt.Sprintf("%s = %s (rival: %s)", r.Name, r.Chosen, strings.Join(r.Rivals, ", "))
}

// remedy says what ends a finding that still runs; what has ended needs none.
// Reports of older versions say it of the obligation alone.
func remedy(o report.Obligation, f report.Finding) string {
	switch {
	case f.Ended():
		return ""
	case f.Remediation != "":
		return f.Remediation
	}
	return o.Remediation
}

// remedyAfter is the remedy of a finding, or nothing if the next finding has the
// same one: it is said once, after the last that it ends.
func remedyAfter(o report.Obligation, i int) string {
	ends := remedy(o, o.Findings[i])
	if i+1 < len(o.Findings) && remedy(o, o.Findings[i+1]) == ends {
		return ""
	}
	return ends
}

// originText says where a fact comes from: its sources and, where they are
// stated, who established it and that it is a conclusion.
func originText(e report.Evidence) string {
	parts := []string{}
	if len(e.Sources) > 0 {
		parts = append(parts, strings.Join(e.Sources, ", "))
	}
	if e.Status != "" && e.Status != report.Unstated {
		parts = append(parts, strings.ReplaceAll(string(e.Status), "_", "-"))
	}
	if e.Nature == report.Judged {
		parts = append(parts, "judged")
	}
	return strings.Join(parts, "; ")
}

// doubtText is an observation that speaks against an obligation.
func doubtText(d report.Doubt) string {
	if d.Item != nil {
		return fmt.Sprintf("%s (element %d)", d.Message, *d.Item)
	}
	return d.Message
}

// asideText says of a fact that it was given and why it does not count.
func asideText(s report.SetAside) string {
	return fmt.Sprintf("%s = %s: %s", words.Fact(s.Pointer), valueText(s.Value), s.Why)
}

// doubted returns the obligations that something speaks against.
func doubted(r *report.Report) []report.Obligation {
	var list []report.Obligation
	for _, o := range r.Obligations {
		if len(o.SpeaksAgainst) > 0 {
			list = append(list, o)
		}
	}
	return list
}

// breaches returns the breached obligations, those that still run or those that ended.
func breaches(r *report.Report, ended bool) []report.Obligation {
	var list []report.Obligation
	for _, o := range withVerdict(r, report.Breach) {
		if o.Ended == ended {
			list = append(list, o)
		}
	}
	return list
}
