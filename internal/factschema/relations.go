package factschema

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
)

// Pair says of two facts which values of the one do not go with which of the
// other: present_only_if, implies and excludes are three ways to write one.
type Pair struct {
	Keyword string
	Is      Values // of the fact beside which the relation stands
	Other   string
	OtherIs Values
	// Negated is set where the other fact has to have such a value.
	Negated bool
}

// Values are those that one side of a pair means; without any, whatever asserts
// that there is something.
type Values []any

// pairsOf reads the three keywords.
func pairsOf(object map[string]any) (pairs []Pair, err error) {
	for _, each := range OneOrMore(object["present_only_if"]) {
		p := Pair{Keyword: "present_only_if", Negated: true}
		switch each := each.(type) {
		case string:
			p.Other = each
		case map[string]any:
			p.Other, p.OtherIs = text(each["field"]), OneOrMore(each["is"])
			err = errors.Join(err, onlyKeys(p.Keyword, each, "field", "is"))
		}
		pairs = append(pairs, p)
	}
	for _, each := range OneOrMore(object["implies"]) {
		each, _ := each.(map[string]any)
		then, _ := each["then"].(map[string]any)
		pairs = append(pairs, Pair{
			Keyword: "implies", Is: OneOrMore(each["is"]),
			Other: text(then["field"]), OtherIs: OneOrMore(then["is"]), Negated: true,
		})
		err = errors.Join(err, onlyKeys("implies", each, "is", "then"), onlyKeys("implies", then, "field", "is"))
	}
	for _, each := range OneOrMore(object["excludes"]) {
		p := Pair{Keyword: "excludes"}
		switch each := each.(type) {
		case string:
			p.Other = each
		case map[string]any:
			p.Is, p.Other, p.OtherIs = OneOrMore(each["is"]), text(each["field"]), OneOrMore(each["field_is"])
			err = errors.Join(err, onlyKeys(p.Keyword, each, "is", "field", "field_is"))
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

// Sum says that some fields together are part of another.
type Sum struct {
	Fields []string
	Of     string
}
