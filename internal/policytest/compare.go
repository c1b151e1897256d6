package policytest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
)

// difference is something that a case expects and that was not found.
type difference struct {
	key     string // of the case
	message string
}

// compare lists what is other than a case expects.
func compare(want Case, got report.Obligation) []difference {
	var all []difference
	differ := func(key string, want, have any, same bool) {
		if !same {
			all = append(all, difference{key, differs(key, want, have, got)})
		}
	}
	list := func(key string, want, have []string) {
		if want != nil {
			differ(key, want, have, slices.Equal(want, have))
		}
	}
	if got.Kind.Breachable() {
		differ("verdict", want.Verdict, got.Verdict, want.Verdict == got.Verdict)
	} else {
		differ("state", want.State, got.Verdict.State(), want.State == got.Verdict.State())
	}
	if want.Findings != nil || want.Verdict == report.Breach {
		differ("findings", want.Findings, Codes(got), slices.Equal(want.Findings, Codes(got)))
	}
	if want.IfApplicable != "" {
		have := valueOf(got.IfApplicable)
		differ("if_applicable", want.IfApplicable, have, want.IfApplicable == have)
	}
	if want.Basis != "" {
		differ("basis", want.Basis, got.Basis, want.Basis == got.Basis)
	}
	list("reasons", texts(want.Reasons), texts(got.Reasons))
	list("possible", texts(want.Possible), texts(got.Possible))
	list("missing", sorted(want.Missing), sorted(Missing(got)))
	list("set_aside", sorted(want.SetAside), sorted(setAside(got)))
	list("ended", want.Ended, endedCodes(got.Findings))
	list("speaks_against", want.SpeaksAgainst, doubtCodes(got.SpeaksAgainst))
	if got.Verdict == report.Undetermined {
		for _, m := range got.Missing {
			if len(m.Conditions) == 0 {
				all = append(all, difference{"verdict", "it is not said what " + dotted(m.Pointer) + " would have to be"})
			}
		}
	}
	return all
}

// differs puts what is wanted under what was found, and what the verdict rests on.
func differs(key string, want, have any, got report.Obligation) string {
	lines := []string{fmt.Sprintf("%s: want %s", key, show(want)), fmt.Sprintf("%*s have %s", len(key)+1, "", show(have))}
	for _, f := range got.Findings {
		lines = append(lines, fmt.Sprintf("finding %s: %s", f.Code, f.Message))
	}
	for _, m := range got.Missing {
		lines = append(lines, "missing "+words.Missing(m))
	}
	if len(got.Reasons) > 0 {
		lines = append(lines, "because: "+strings.Join(texts(got.Reasons), ", "))
	}
	return strings.Join(lines, "\n")
}

func show(value any) string {
	switch value := value.(type) {
	case []string:
		return "[" + strings.Join(value, ", ") + "]"
	default:
		if text := fmt.Sprint(value); text != "" {
			return text
		}
		return "nothing"
	}
}

// texts keeps nil, which expects nothing, apart from an empty list, which does.
func texts[T ~string](list []T) []string {
	if list == nil {
		return nil
	}
	words := make([]string, len(list))
	for i, each := range list {
		words[i] = string(each)
	}
	return words
}

func sorted(list []string) []string {
	list = slices.Clone(list)
	slices.Sort(list)
	return list
}

func doubtCodes(doubts []report.Doubt) []string {
	var codes []string
	for _, d := range doubts {
		codes = append(codes, d.Code)
	}
	return codes
}

// valueOf is the zero value where a report has none.
func valueOf[T any](of *T) (value T) {
	if of != nil {
		value = *of
	}
	return value
}

func endedCodes(findings []report.Finding) []string {
	var codes []string
	for _, f := range findings {
		if f.Ended() {
			codes = append(codes, f.Code)
		}
	}
	return codes
}
