package render

import (
	"fmt"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/engine/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// factFile names the file that the evidence of a report lies in.
func factFile(r *report.Report) string {
	if len(r.Provenance.Facts) == 0 {
		return ""
	}
	return r.Provenance.Facts[0].File
}

// subject names what a report is about.
func subject(r *report.Report) string {
	return writing.Service(r.Service.Name, r.Service.Provider)
}

func withVerdict(r *report.Report, verdict report.Verdict) []report.Obligation {
	var list []report.Obligation
	for _, o := range r.Obligations {
		if o.Verdict == verdict {
			list = append(list, o)
		}
	}
	return list
}

func totals(s report.Summary) string {
	return fmt.Sprintf("%d breach%s, %d compliant, %d undetermined, %d not applicable", s.Breach, ofWhichEnded(s), s.Compliant, s.Undetermined, s.NotApplicable)
}

// ofWhichEnded stands behind a number of breaches.
func ofWhichEnded(s report.Summary) string {
	if s.BreachEnded == 0 {
		return ""
	}
	return fmt.Sprintf(" (%d ended)", s.BreachEnded)
}

// findingText is the message of a finding with what limits it.
func findingText(f report.Finding) string {
	message := f.Message
	if f.Item != nil {
		message += fmt.Sprintf(" (element %d)", *f.Item)
	}
	if f.Alternative {
		message += " (this or one of the others)"
	}
	return message
}

// waiverText says why something does not fail a run, who answers for that, and
// until when.
func waiverText(w report.Waiver) string {
	text := w.Reason
	if w.Owner != "" {
		text += fmt.Sprintf(" (owner %s, approved by %s, last valid day %s)", w.Owner, w.ApprovedBy, w.LastValidDay)
	}
	return text
}

// waiversText joins the waivers of an obligation and its findings.
func waiversText(o report.Obligation) string { return joined(o.Waivers(), "; ", waiverText) }

// place is file:line:column of evidence, or the file alone.
func place(file string, e report.Evidence) string {
	if e.Line == 0 {
		return file
	}
	return fmt.Sprintf("%s:%d:%d", file, e.Line, e.Column)
}

func evidenceText(file string, e report.Evidence) string {
	text := fmt.Sprintf("%s %s = %s", place(file, e), words.Fact(e.Pointer), valueText(e.Value))
	if origin := originText(e); origin != "" {
		text += " (" + origin + ")"
	}
	return text
}

func parameterText(p report.ParameterValue) string {
	if _, isSwitch := p.Value.(bool); isSwitch {
		return fmt.Sprintf("%s = %s", p.Name, valueText(p.Value))
	}
	return strings.TrimRight(fmt.Sprintf("%s = %s %s", p.Name, valueText(p.Value), p.Unit), " ")
}

func missingText(m report.Missing) string {
	return words.Fact(m.Pointer) + givenText(m) + ": " + strings.Join(m.Conditions, "; ")
}

// givenText says that a missing fact was given and why it does not count; it is
// empty where nobody gave one.
func givenText(m report.Missing) string {
	if m.Why == nil {
		return ""
	}
	return fmt.Sprintf(" (given as %s, which does not count: %s)", valueText(m.Given), *m.Why)
}

func joined[T any](list []T, separator string, text func(T) string) string {
	said := make([]string, len(list))
	for i, element := range list {
		said[i] = text(element)
	}
	return strings.Join(said, separator)
}

// texts puts each element of a list into words; none of none.
func texts[T any](list []T, text func(T) string) []string {
	var said []string
	for _, element := range list {
		said = append(said, text(element))
	}
	return said
}
