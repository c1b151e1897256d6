package facts

import (
	"cmp"
	"log/slog"
	"net/url"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factschema"
)

// failure is one keyword of the schema that one value did not meet.
type failure struct {
	steps   []string // of the value
	keyword string
	value   any            // of the keyword
	schema  map[string]any // that holds the keyword
	place   []string       // of that schema
	text    string         // what the validator says, where we have no words
}

// validate checks a document against the schema and describes all failures.
func (s *Schema) validate(root *Node) Problems {
	if s.checker != nil && s.checker.Accepts(root) {
		return nil
	}
	validator, err := s.validator()
	if err == nil {
		err = validator.Validate(root.Value())
	}
	if err == nil {
		if s.checker != nil {
			// The validator decides, since nobody could be told what is wrong.
			slog.Error("defect: the quick check refuses a document that the schema allows", "file", root.Position.File)
		}
		return nil
	}
	failed, ok := err.(*jsonschema.ValidationError) //nolint:errorlint // the validator returns it as it is
	if !ok {
		return Problems{{Position: root.Position, Message: "the document cannot be checked: " + err.Error()}}
	}
	d := describer{schema: s, root: root}
	// One value gives one message: 2023-02-31 fails as a date and 2023-2-3 as a
	// date and by its pattern, but neither author wants to read it twice.
	chosen := map[string]failure{}
	var order []string
	for _, failure := range s.failures(failed) {
		switch failure.keyword {
		case "additionalProperties", "unevaluatedProperties":
			if failure.value == false {
				d.unknownKeys(failure)
				continue
			}
		case "required":
			d.missingKeys(failure)
			continue
		}
		pointer := failure.pointer()
		if failure.keyword == "propertyNames" {
			pointer += " key" // what is wrong with a key says nothing about its value
		}
		before, found := chosen[pointer]
		if !found {
			order = append(order, pointer)
		}
		if !found || failure.less(before) {
			chosen[pointer] = failure
		}
	}
	for _, pointer := range order {
		d.describe(chosen[pointer])
	}
	return d.problems
}

// rank puts first the keyword that says most about what a value should be.
var rank = map[string]int{
	"type": 1, "const": 2, "enum": 3, "format": 4, "pattern": 5, "minLength": 6, "minItems": 7,
	"minimum": 8, "maximum": 9, "uniqueItems": 10,
}

func (f failure) less(other failure) bool {
	order := func(f failure) int { return cmp.Or(rank[f.keyword], len(rank)+1) }
	return cmp.Or(
		cmp.Compare(order(f), order(other)),
		cmp.Compare(f.keyword, other.keyword),
		cmp.Compare(f.text, other.text),
	) < 0
}

// failures returns the leaves of the tree of errors.
func (s *Schema) failures(e *jsonschema.ValidationError) []failure {
	if len(e.Causes) == 0 {
		return []failure{s.failure(e)}
	}
	var all []failure
	if strings.HasSuffix(e.AbsoluteKeywordLocation, "/anyOf") || strings.HasSuffix(e.AbsoluteKeywordLocation, "/oneOf") {
		return s.closest(e)
	}
	for _, cause := range e.Causes {
		all = append(all, s.failures(cause)...)
	}
	return all
}

// closest returns the failures of the alternative that the author most likely
// meant: one that accepts the type of the value, and of those the one with the
// fewest failures. If none accepts the type, the first mismatch speaks for all.
func (s *Schema) closest(e *jsonschema.ValidationError) []failure {
	var best []failure
	bestMismatch := true
	for _, cause := range e.Causes {
		failures := s.failures(cause)
		mismatch := false
		for _, f := range failures {
			if f.keyword == "type" && f.pointer() == instance(e) {
				mismatch = true
			}
		}
		better := bestMismatch && !mismatch || bestMismatch == mismatch && len(failures) < len(best)
		if best == nil || better {
			best, bestMismatch = failures, mismatch
		}
	}
	return best
}

func (f failure) pointer() string { return Path(anySteps(f.steps)).Pointer() }

func anySteps(steps []string) []any {
	path := make([]any, len(steps))
	for i, step := range steps {
		path[i] = step
	}
	return path
}

// instance returns the JSON Pointer of the value; the validator writes it with
// percent signs, as in a URL.
func instance(e *jsonschema.ValidationError) string {
	if pointer, err := url.PathUnescape(e.InstanceLocation); err == nil {
		return pointer
	}
	return e.InstanceLocation
}

func (s *Schema) failure(e *jsonschema.ValidationError) failure {
	steps, _ := document.SplitPointer(instance(e))
	f := failure{steps: steps, text: e.Message}
	_, fragment, _ := strings.Cut(e.AbsoluteKeywordLocation, "#")
	if unescaped, err := url.PathUnescape(fragment); err == nil {
		fragment = unescaped
	}
	place, ok := document.SplitPointer(fragment)
	if !ok || len(place) == 0 {
		return f
	}
	f.value, f.schema = factschema.Lookup(s.bundle(), place)
	f.keyword, f.place = place[len(place)-1], place[:len(place)-1]
	if strings.Contains(e.KeywordLocation, "/propertyNames") {
		f.keyword = "propertyNames"
	}
	return f
}
