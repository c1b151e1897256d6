package words

import (
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
)

var scopes = map[report.Reason]string{
	report.NotOffered:   "the service is offered in the Union",
	report.NotAddressed: "the provision is addressed to this kind of service",
	report.SizeExempt:   "the enterprise is exempt by its size",
	report.NotYet:       "the day of application has come",
	report.Ended:        "application has ended",
	report.Suspended:    "a court has suspended it",
	report.NotConcerned: "the condition of the duty is met",
	report.Presupposes:  "what is presupposed is there",
}

// Scope says which condition of the scope is meant, whatever the answer to it.
func Scope(r report.Reason) string { return known(scopes, r) }

// ExplainedCondition says what a condition with an answer asks for: the sentence of a
// comparison, the heading of what joins others.
func ExplainedCondition(e report.Explained) string {
	said := ""
	switch {
	case len(e.Of) == 0:
		said = strings.ReplaceAll(Condition(e.Condition), "assessment.date", "the assessment date")
	case e.Condition.Op == report.ForSome && e.Condition.Fact != "":
		said = "for an element of " + Fact(e.Condition.Fact)
	case e.Condition.Op == report.ForSome:
		said = "for an element of what the rules work out"
	default:
		said = heading(report.Condition{Op: e.Condition.Op, Of: make([]report.Condition, len(e.Of))}, false)
	}
	if e.Exception {
		return "unless " + said
	}
	return said
}

// maxValue is how many characters of a value are shown.
const maxValue = 60

// FactValue says what a fact is, with its unit; of long lists and tables how much is in
// them.
func FactValue(value any, unit string) string {
	said := Literal(value)
	switch value := value.(type) {
	case bool:
		said = map[bool]string{true: "yes", false: "no"}[value]
	case []any:
		if listed := inWords(value); listed != "" {
			said = listed
		}
		if len(value) == 0 {
			said = "an empty list"
		} else if len(said) > maxValue {
			said = numbered(len(value), "element", "elements")
		}
	case map[string]any:
		if len(said) > maxValue {
			said = numbered(len(value), "entry", "entries")
		}
	}
	if runes := []rune(said); len(runes) > maxValue {
		said = string(runes[:maxValue-1]) + "…"
	}
	if said == "1" {
		unit = singular(unit)
	}
	if _, flag := value.(bool); unit != "" && !flag {
		said += " " + unit
	}
	return said
}

// inWords lists words; it is empty of a list of anything else.
func inWords(list []any) string {
	words := make([]string, len(list))
	for i, each := range list {
		word, ok := each.(string)
		if !ok {
			return ""
		}
		words[i] = word
	}
	return strings.Join(words, ", ")
}

// singular is a unit of one thing: of launches a launch, of queries a query.
func singular(unit string) string {
	for _, ending := range []struct{ many, one string }{
		{"ies", "y"}, {"ches", "ch"}, {"shes", "sh"}, {"sses", "ss"}, {"xes", "x"}, {"s", ""},
	} {
		if stem, ok := strings.CutSuffix(unit, ending.many); ok {
			return stem + ending.one
		}
	}
	return unit
}

// ExplainedValue says what a fact is.
func ExplainedValue(f report.ExplainedFact) string {
	switch {
	case f.Given:
		return FactValue(f.Value, f.Unit)
	case f.Why != "":
		return "not known; given as " + FactValue(f.Value, f.Unit) + ", which does not count: " + f.Why
	}
	return "not known"
}

// ExplainedPlace says where a fact stands and who says so, as what follows its name; it
// is empty of one that nobody gave.
func ExplainedPlace(file string, f report.ExplainedFact) string {
	if !f.Given {
		return ""
	}
	place := "; " + Place(file, f.Evidence)
	if origin := Origin(f.Evidence); origin != "" {
		place += "; " + origin
	}
	return place
}

// ChangedFact says of a fact what it would have to be, and what it is. Without its
// question it goes by its name.
func ChangedFact(f report.ChangedFact) string {
	now := "not known now"
	if f.Given {
		now = "now " + FactValue(f.From, "")
	}
	value := FactValue(f.To, f.Unit) + ", " + now
	if f.Question == "" {
		return Fact(f.Pointer) + ": " + value
	}
	return f.Question + " " + value + " [" + Fact(f.Pointer) + "]"
}
