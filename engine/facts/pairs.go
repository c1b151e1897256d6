package facts

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
)

// pair says of two facts which values of the one do not go with which of the
// other: present_only_if, implies and excludes are three ways to write one.
type pair struct {
	keyword string
	is      values // of the fact beside which the relation stands
	other   string
	otherIs values
	// negated is set where the other fact has to have such a value.
	negated bool
}

// values are those that one side of a pair means; without any, whatever asserts
// that there is something.
type values []any

func (v values) include(n *Node) bool {
	if len(v) == 0 {
		return asserted(n)
	}
	return slices.ContainsFunc(v, func(value any) bool { return equal(n, value) })
}

// asserted reports whether a value says that there is something: true, more than
// 0, a day, a word, or a list or an object in which there is something. False, 0
// and [] agree with absence.
func asserted(n *Node) bool {
	switch {
	case !n.Known():
		return false
	case n.Kind == Object:
		return slices.ContainsFunc(n.Members, func(m Member) bool { return asserted(m.Value) })
	default:
		return !empty(n)
	}
}

// equal reports whether a value is the one that is meant, or a list holds it.
func equal(n *Node, value any) bool {
	if n.Kind == Array {
		return slices.ContainsFunc(n.Elements, func(e *Node) bool { return equal(e, value) })
	}
	switch value := value.(type) {
	case bool:
		return n.Kind == Bool && n.Bool == value
	case string:
		return n.Kind == String && n.Text == value
	case json.Number:
		return n.Kind == Number && document.Rational(n).Cmp(document.Rational(&Node{Text: value.String()})) == 0
	case float64:
		return n.Kind == Number && document.Rational(n).Cmp(document.Rational(&Node{Text: fmt.Sprint(value)})) == 0
	default:
		return false
	}
}

// pair checks one pair. The other side counts only where it is known.
func (c *contradictions) pair(n *Node, path, at Path, p pair) {
	other, otherAt := c.find(path, p.other)
	if !n.Known() || !other.Known() || !p.is.include(n) || p.otherIs.include(other) == p.negated {
		return
	}
	said := fmt.Sprintf("%s is %s", at, n.Show())
	theOther := fmt.Sprintf("%s is %s (%s)", otherAt, other.Show(), where(other.Position))
	switch p.keyword {
	case "present_only_if":
		c.add(n, said+", but "+theOther, "correct one of the two; of what is not there, "+nothing(n), at, otherAt)
	case "implies":
		c.add(n, fmt.Sprintf("%s, but %s; expected %s", said, theOther, p.otherIs), "one of the two is wrong", at, otherAt)
	default:
		c.add(n, said+", and "+theOther+": one excludes the other", "one of the two is wrong", at, otherAt)
	}
}

// implied checks implied_by.
func (c *contradictions) implied(flag *Node, path, at Path, ref string) {
	sign, signAt := c.find(path, ref)
	if flag.Kind != Bool || flag.Bool || !asserted(sign) {
		return
	}
	given, remove := "given", "remove the date"
	if date(sign) == "" {
		given, remove = sign.Show(), "correct the other"
	}
	c.add(flag, fmt.Sprintf("%s is false, but %s is %s (%s)", at, signAt, given, where(sign.Position)),
		"write true, leave the flag out, or "+remove, at, signAt)
}

// String says in words what the values of one side are.
func (v values) String() string {
	switch {
	case len(v) == 0:
		return "that there is something"
	default:
		words := make([]string, len(v))
		for i, value := range v {
			words[i] = fmt.Sprint(value)
		}
		return document.List(words)
	}
}

// nothing says how one writes that there is nothing.
func nothing(n *Node) string {
	switch n.Kind {
	case Bool:
		return "write false or leave it out"
	case Number:
		return "write 0 or leave it out"
	case Array:
		return "write [] or leave it out"
	default:
		return "leave this out"
	}
}

// pairsOf reads the three keywords.
func pairsOf(object map[string]any) (pairs []pair, err error) {
	for _, each := range oneOrMore(object["present_only_if"]) {
		p := pair{keyword: "present_only_if", negated: true}
		switch each := each.(type) {
		case string:
			p.other = each
		case map[string]any:
			p.other, p.otherIs = text(each["field"]), oneOrMore(each["is"])
			err = errors.Join(err, onlyKeys(p.keyword, each, "field", "is"))
		}
		pairs = append(pairs, p)
	}
	for _, each := range oneOrMore(object["implies"]) {
		each, _ := each.(map[string]any)
		then, _ := each["then"].(map[string]any)
		pairs = append(pairs, pair{
			keyword: "implies", is: oneOrMore(each["is"]),
			other: text(then["field"]), otherIs: oneOrMore(then["is"]), negated: true,
		})
		err = errors.Join(err, onlyKeys("implies", each, "is", "then"), onlyKeys("implies", then, "field", "is"))
	}
	for _, each := range oneOrMore(object["excludes"]) {
		p := pair{keyword: "excludes"}
		switch each := each.(type) {
		case string:
			p.other = each
		case map[string]any:
			p.is, p.other, p.otherIs = oneOrMore(each["is"]), text(each["field"]), oneOrMore(each["field_is"])
			err = errors.Join(err, onlyKeys(p.keyword, each, "is", "field", "field_is"))
		}
		pairs = append(pairs, p)
	}
	return pairs, err
}

func text(value any) string {
	text, _ := value.(string)
	return text
}

// onlyKeys refuses a misspelt key of a relation, which would change what it says.
func onlyKeys(keyword string, object map[string]any, known ...string) error {
	for key := range object {
		if !slices.Contains(known, key) {
			return fmt.Errorf("%s has the key %s; expected %s", keyword, document.Quoted(key), strings.Join(known, ", "))
		}
	}
	return nil
}
