package fines

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/exact"
)

// given is what is known of a document. A value that is missing, or of another kind
// than asked for, reads as nothing.
type given struct{ known *document.Node }

func (r given) word(pointer string) string {
	if n, ok := r.known.Lookup(pointer); ok && n.Kind == document.String {
		return n.Text
	}
	return ""
}

func (r given) day(pointer string) string {
	if text := r.word(pointer); document.IsDate(text) {
		return text
	}
	return ""
}

// number returns the text of a number, so that it passes through no float.
func (r given) number(pointer string) (Decimal, bool) {
	n, ok := r.known.Lookup(pointer)
	if !ok || n.Kind != document.Number {
		return Decimal{}, false
	}
	d, err := exact.Parse(n.Text)
	return d, err == nil
}

func (r given) count(pointer string) int {
	d, ok := r.number(pointer)
	if !ok {
		return 0
	}
	n, err := strconv.Atoi(d.String())
	if err != nil {
		return 0
	}
	return n
}

func (r given) is(pointer string) (yes, known bool) {
	n, ok := r.known.Lookup(pointer)
	if !ok || n.Kind != document.Bool {
		return false, false
	}
	return n.Bool, true
}

// input returns what the facts say about an input of the models.
func (r given) input(t inputType) (known, bool) {
	switch t.name {
	case "cooperation":
		return r.cooperation()
	case "commitments":
		return r.commitments(t)
	case "turnover_eur", "duty", "cap_percent":
		return known{}, false // depend on the base or on the infringement
	}
	pointer := t.pointers[0]
	if t.number() {
		d, ok := r.number(pointer)
		return known{value: value{number: d}, source: "facts", pointers: []string{pointer}}, ok && d.Sign() >= 0
	}
	word := r.word(pointer)
	if t.name == "culpability" {
		word = strings.TrimSuffix(word, "ly") // tolerate negligently, intentionally
	}
	return known{value: value{word: word}, source: "facts", pointers: []string{pointer}}, slices.Contains(t.words, word)
}

// articleFacts are the circumstances of one Article: decisions weigh each on its
// own.
type articleFacts struct {
	known            map[string]known
	committed, ended string
	committedAt      string // pointer of the fact
	noFault          bool
	// limitation is that of the Article, if the facts give its end.
	limitation limitation
}

// articles reads the circumstances of single Articles. What they leave out is as
// for the document. Two entries for one Article are returned as [document.Problems]:
// one would silently stand for the other.
func (r given) articles(l limitationFacts) (map[string]articleFacts, error) {
	const list = "/supervision/infringements"
	all := map[string]articleFacts{}
	n, ok := r.known.Lookup(list)
	if !ok {
		return all, nil
	}
	var problems document.Problems
	for i := range n.Elements {
		at := fmt.Sprintf("%s/%d", list, i)
		label := r.word(at + "/article")
		if label == "" {
			continue
		}
		if _, twice := all[label]; twice {
			article, _ := r.known.Lookup(at + "/article")
			problems = append(problems, document.Problem{
				Position: article.Position, Pointer: at + "/article", Message: fmt.Sprintf("supervision.infringements names Article %s twice", label),
				Hint: "put what is known of one Article into one entry",
			})
		}
		a := articleFacts{known: map[string]known{}, committedAt: at + "/committed_on"}
		a.committed, a.ended = r.day(a.committedAt), r.day(at+"/ended_on")
		a.limitation = l.of(a.ended)
		a.committed, a.ended = notAfter(a.committed, l.date), notAfter(a.ended, l.date)
		a.noFault = r.word(at+"/culpability") == "none"
		for name, fact := range map[string]string{
			"gravity": "gravity", "duration_days": "duration_days", "recurrence": "recurrence_count", "culpability": "culpability",
		} {
			t, _ := inputTypeOf(name)
			t.pointers = []string{at + "/" + fact}
			if k, ok := r.input(t); ok {
				a.known[name] = k
			}
		}
		all[label] = a
	}
	if len(problems) > 0 {
		return nil, problems
	}
	return all, nil
}

// notAfter is a day that has come, empty for one after the assessment: what is to
// end has not ended, and a breach that is there did not begin later.
func notAfter(day, assessed string) string {
	if assessed != "" && day > assessed {
		return ""
	}
	return day
}

// cooperationWords are the words of the facts and of the models.
var cooperationWords = map[string]string{"beyond_duty": "full", "as_required": "ordinary", "obstructive": "hindering"}

// cooperation is what the facts call it. Where they do not, it is hindering if
// they show an obstacle, and ordinary if every question was answered in time and
// rightly and nothing was refused.
func (r given) cooperation() (known, bool) {
	const stated = "/supervision/cooperation"
	if word := cooperationWords[r.word(stated)]; word != "" {
		return known{value: value{word: word}, source: "facts", pointers: []string{stated}}, true
	}
	var obstacles, answered []string
	more := func(pointer string) {
		if d, ok := r.number(pointer); ok && d.Sign() > 0 {
			obstacles = append(obstacles, pointer)
		}
	}
	for _, pointer := range []string{
		"/supervision/rfi_decision_incorrect_count", "/supervision/rfi_simple_incorrect_count", "/supervision/inspection_refusals_count",
	} {
		more(pointer)
	}
	for _, pointer := range []string{"/supervision/dsc_reply_incorrect", "/supervision/dsc_inspection_refused"} {
		if yes, _ := r.is(pointer); yes {
			obstacles = append(obstacles, pointer)
		}
	}
	const asked, onTime = "/supervision/rfi_decision_count", "/supervision/rfi_decision_on_time_count"
	questions, okAsked := r.number(asked)
	inTime, okInTime := r.number(onTime)
	if okAsked && okInTime {
		if inTime.Cmp(questions) < 0 {
			obstacles = append(obstacles, asked, onTime)
		} else if questions.Sign() > 0 {
			answered = append(answered, asked, onTime)
		}
	}
	const refusals, wrong = "/supervision/inspection_refusals_count", "/supervision/rfi_decision_incorrect_count"
	_, okRefusals := r.number(refusals)
	_, okWrong := r.number(wrong)
	switch {
	case len(obstacles) > 0:
		return known{value: value{word: "hindering"}, source: "facts", pointers: obstacles}, true
	case len(answered) > 0 && okRefusals && okWrong:
		return known{value: value{word: "ordinary"}, source: "facts", pointers: append(answered, refusals, wrong)}, true
	}
	return known{}, false
}

func (r given) commitments(t inputType) (known, bool) {
	given, ok := r.number(t.pointers[0])
	if !ok {
		return known{}, false
	}
	if given.Sign() == 0 {
		return known{value: value{word: "none"}, source: "facts", pointers: t.pointers[:1]}, true
	}
	met, ok := r.number(t.pointers[1])
	if !ok {
		return known{}, false
	}
	word := "kept"
	if met.Cmp(given) < 0 {
		word = "broken"
	}
	return known{value: value{word: word}, source: "facts", pointers: t.pointers}, true
}

// parseInputs reads what the user sets for a run, NAME=VALUE.
func parseInputs(inputs map[string]string) (map[string]known, error) {
	result := map[string]known{}
	for _, name := range sortedKeys(inputs) {
		t, exists := inputTypeOf(name)
		if !exists || !t.settable() {
			inputs := settableNames()
			if near := document.Nearest(name, inputs); near != "" {
				return nil, fmt.Errorf("there is no input %q to set; did you mean %s?", document.Shorten(name), near)
			}
			return nil, fmt.Errorf("there is no input %q to set; expected one of %s", document.Shorten(name), strings.Join(inputs, ", "))
		}
		v, err := t.parse(inputs[name])
		if err != nil {
			return nil, err
		}
		result[name] = known{value: v, source: "set for this run"}
	}
	return result, nil
}
