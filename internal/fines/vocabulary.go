package fines

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/exact"
)

// inputType says what an input of a model is: one of some words, or a number.
type inputType struct {
	name string
	// words are the possible values; empty for a number.
	words []string
	unit  string
	// meaning says what is counted.
	meaning string
	// pointers are the facts that give it.
	pointers []string
	// settled is set for what is known of every infringement: a model need not
	// say what to assume.
	settled bool
}

func (t inputType) number() bool { return len(t.words) == 0 }

// vocabulary lists everything that a formula can read. Art. 74(4) names nature,
// gravity, duration, recurrence and, for procedural fines, the delay caused;
// recital 117 adds recipients and intent.
var vocabulary = []inputType{
	{
		name: "gravity", words: []string{"low", "medium", "high"}, meaning: "how serious the infringement is",
		pointers: []string{"/supervision/infringement_gravity"},
	},
	{
		name: "duration_days", unit: "days", meaning: "how long the infringement lasted while the duty applied",
		pointers: []string{"/supervision/infringement_duration_days"},
	},
	{
		name: "recurrence", unit: "decisions", meaning: "earlier decisions on the same kind of infringement",
		pointers: []string{"/supervision/infringement_recurrence_count"},
	},
	{
		name: "culpability", words: []string{"negligent", "intentional"}, meaning: "negligence or intent; Art. 74(1) and (2) ask for one of them",
		pointers: []string{"/supervision/culpability"},
	},
	{
		name: "cooperation", words: []string{"hindering", "ordinary", "full"},
		meaning: "how the provider met the supervisor; refused inspections, wrong, late or missing replies count as hindering",
		pointers: []string{
			"/supervision/cooperation", "/supervision/rfi_decision_count", "/supervision/rfi_decision_on_time_count", "/supervision/rfi_decision_incorrect_count",
			"/supervision/rfi_simple_incorrect_count", "/supervision/inspection_refusals_count", "/supervision/dsc_reply_incorrect",
			"/supervision/dsc_inspection_refused",
		},
	},
	{
		name: "recipients", unit: "recipients", meaning: "average monthly active recipients in the Union",
		pointers: []string{"/service/amar_value"},
	},
	{
		name: "commitments", words: []string{"none", "kept", "broken"}, meaning: "whether binding commitments were given and met, Art. 71",
		pointers: []string{"/supervision/binding_commitments_count", "/supervision/binding_commitments_met_count"},
	},
	{
		name: "delay_days", unit: "days", meaning: "delay caused to the procedure, Art. 74(4)",
		pointers: []string{"/supervision/procedural_delay_days"},
	},
	{
		name: "turnover_eur", unit: "EUR", meaning: "the turnover of the caps in euro",
		pointers: []string{"/service/turnover_worldwide_preceding_fy"},
	},
	{
		name: "duty", words: []string{"substantive", "procedural", "supervision"}, settled: true,
		meaning: "a duty of Chapter III; a duty towards the supervisor with the cap of 6 %; one with the cap of 1 %",
	},
	{name: "cap_percent", unit: "%", settled: true, meaning: "6 or 1: the statutory cap of the infringement"},
}

// settable reports whether a run may set the input: what is known of every infringement
// is settled, and a turnover is a fact.
func (t inputType) settable() bool { return !t.settled && t.name != "turnover_eur" }

func settableNames() []string {
	var names []string
	for _, t := range vocabulary {
		if t.settable() {
			names = append(names, t.name)
		}
	}
	return names
}

func inputTypeOf(name string) (inputType, bool) {
	i := slices.IndexFunc(vocabulary, func(t inputType) bool { return t.name == name })
	if i < 0 {
		return inputType{}, false
	}
	return vocabulary[i], true
}

func inputNames() string {
	names := make([]string, len(vocabulary))
	for i, t := range vocabulary {
		names[i] = t.name
	}
	return strings.Join(names, ", ")
}

// value is what an input is: a word or a number.
type value struct {
	word   string
	number Decimal
}

func (v value) String() string {
	if v.word != "" {
		return v.word
	}
	return v.number.Displayed()
}

// any returns the value as formulas read it.
func (v value) any() any {
	if v.word != "" {
		return v.word
	}
	return v.number
}

// parse reads a value of an input as models, flags and facts write it.
func (t inputType) parse(text string) (value, error) {
	if !t.number() {
		if !slices.Contains(t.words, text) {
			return value{}, fmt.Errorf("%s is %q; expected one of %s", t.name, document.Shorten(text), strings.Join(t.words, ", "))
		}
		return value{word: text}, nil
	}
	number, err := exact.Parse(text)
	if err != nil {
		return value{}, fmt.Errorf("%s: %w", t.name, err)
	}
	if number.Sign() < 0 {
		return value{}, fmt.Errorf("%s is %s; expected 0 or more, in %s", t.name, text, t.unit)
	}
	return value{number: number}, nil
}
