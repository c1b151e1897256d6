package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// headings are the classes that are listed, with what each says.
var headings = []struct {
	class Class
	title string
}{
	{New, "NEW: breached now and not before"},
	{Resolved, "RESOLVED: breached before and not now"},
	{Changed, "CHANGED"},
	{StillOpen, "STILL BREACHED, as before"},
}

// listed returns the obligations of a class that are shown one by one: of those that
// are as open as before only the breaches, as the others would fill pages.
func (s Service) listed(class Class) []Obligation {
	var list []Obligation
	for _, o := range s.Obligations {
		if o.Class == class && (class != StillOpen || *o.New == report.Breach) {
			list = append(list, o)
		}
	}
	return list
}

// stillUndetermined says how many obligations are undetermined as before, and which
// facts they wait for no longer, or now; it is empty where there are none.
func (s Service) stillUndetermined() string {
	n := 0
	var answered, asked []string
	for _, o := range s.Obligations {
		if o.Class != StillOpen || *o.New != report.Undetermined {
			continue
		}
		n++
		answered, asked = append(answered, o.Answered...), append(asked, o.Asked...)
	}
	if n == 0 {
		return ""
	}
	return writing.Count(n, "obligation", "obligations") + waiting("; no longer asked: ", answered) + waiting("; asked now: ", asked)
}

// waiting lists facts, each once.
func waiting(intro string, pointers []string) string {
	slices.Sort(pointers)
	if pointers = slices.Compact(pointers); len(pointers) == 0 {
		return ""
	}
	return intro + facts(pointers)
}

// only counts the obligations that one side alone has judged.
func (s Service) only() (old, now int) {
	for _, o := range s.Obligations {
		switch {
		case o.Class != Incomparable:
		case o.New == nil:
			old++
		default:
			now++
		}
	}
	return old, now
}

// turned says of an obligation what it is and what it was.
func (o Obligation) turned() string {
	is, was := stateOf(*o.New, o.NewEnded), stateOf(*o.Old, o.OldEnded)
	if is == was {
		return is
	}
	return is + ", was " + was
}

func stateOf(v report.Verdict, ended bool) string {
	if ended {
		return "ended breach"
	}
	return words.Verdict(v)
}

// said says a finding with what is new about it.
func (f Finding) said() string {
	told := report.Finding{Message: f.Message, Item: f.Item, Alternative: f.Alternative, EndedOn: f.NewEndedOn}
	text := words.Ended(told)
	switch {
	case f.Class == Resolved:
		text += " (no longer found)"
	case f.OldEndedOn != nil && f.NewEndedOn == nil:
		text += " (again; it had ended on " + string(*f.OldEndedOn) + ")"
	}
	if f.Waived {
		text += " (waived)"
	}
	return text
}

// sign is what a finding begins with in a list.
func (f Finding) sign() string {
	switch f.Class {
	case New:
		return "+"
	case Resolved:
		return "-"
	case Changed:
		return "~"
	}
	return "="
}

// said says how a fact has changed.
func (e Evidence) said() string {
	name := words.Fact(e.Pointer)
	switch {
	case e.Old == nil:
		return fmt.Sprintf("%s = %s", name, words.Literal(e.New.Value))
	case e.New == nil:
		return fmt.Sprintf("%s was %s", name, words.Literal(e.Old.Value))
	case !sameValue(e.Old.Value, e.New.Value):
		return fmt.Sprintf("%s = %s, was %s", name, words.Literal(e.New.Value), words.Literal(e.Old.Value))
	}
	return fmt.Sprintf("%s = %s, %s, was %s", name, words.Literal(e.New.Value), firmness(e.New.Status), firmness(e.Old.Status))
}

func firmness(s report.Status) string { return strings.ReplaceAll(string(s), "_", "-") }

func spaced[T ~string](word T) string { return strings.ReplaceAll(string(word), "_", " ") }

// sentence is a heading of text as one of a page.
func sentence(heading string) string {
	head, rest, more := strings.Cut(heading, ": ")
	if !more {
		return strings.ToLower(heading)
	}
	return strings.ToLower(head) + ": " + rest
}

// place is where the fact stands now; empty where it stands nowhere.
func (e Evidence) place(file string) string {
	if e.New == nil || e.New.Line == 0 {
		return ""
	}
	return words.Place(file, report.Evidence{Line: e.New.Line, Column: e.New.Column})
}

// said says in what two assessments differ.
func (u Unlike) said() string {
	old, now := cmp.Or(u.Old, "none"), cmp.Or(u.New, "none")
	if u.What == otherPolicies || u.What == otherParameters {
		old, now = writing.Clip(old, 12), writing.Clip(now, 12) // digests
	}
	return fmt.Sprintf("%s: %s, was %s; %s", spaced(u.What), now, old, u.Why)
}

// Words says the totals in one line.
func (s Summary) Words() string {
	text := fmt.Sprintf("%d new, %d resolved, %d changed, %d still open, %d unchanged, %d incomparable",
		s.New, s.Resolved, s.Changed, s.StillOpen, s.Unchanged, s.Incomparable)
	if s.Worse == 0 {
		return text + "; nothing got worse"
	}
	return text + fmt.Sprintf("; %d got worse", s.Worse)
}

func totals(s report.Summary) string {
	return fmt.Sprintf("%d breach, %d compliant, %d undetermined, %d not applicable", s.Breach, s.Compliant, s.Undetermined, s.NotApplicable)
}

func (u Unpaired) said() string {
	return fmt.Sprintf("%s, on %s: in the %s reports only (%s)", writing.Service(u.Service.Name, u.Service.Provider), u.AssessmentDate, u.OnlyIn, totals(u.Totals))
}

// facts lists pointers in words, the first few of many.
func facts(pointers []string) string {
	const most = 2
	if len(pointers) <= most {
		return words.Facts(pointers)
	}
	return fmt.Sprintf("%s and %d more", words.Facts(pointers[:most]), len(pointers)-most)
}
