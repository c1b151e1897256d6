package ask

import (
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factfile"
	"github.com/dsaeval/dsaeval/internal/factschema"
)

// Catalogue is what can be asked: the facts of the schema and the obligations that
// read them. It is safe for concurrent use.
type Catalogue struct {
	root   *factschema.Field
	facts  []Fact
	places map[string]int  // of facts, by pointer
	counts map[string]bool // facts that are never negative, by pointer
	// premises are the facts that a fact presupposes, by pointer.
	premises map[string][]string
}

// NewCatalogue takes the schema of facts, as an engine has it, and the obligations in
// the order of the Regulation. Without a schema nothing can be asked.
func NewCatalogue(schema *facts.Schema, obligations []*policy.Obligation) *Catalogue {
	root := schema.Relations().Fields()
	c := &Catalogue{root: root, places: map[string]int{}, counts: map[string]bool{}, premises: map[string][]string{}}
	for _, section := range sections(root) {
		c.add(root.Properties[section], "/"+section, section)
	}
	for _, o := range obligations {
		for _, path := range o.Facts {
			if i, known := c.places[pointerOf(path)]; known && !slices.Contains(c.facts[i].Articles, o.Article) {
				c.facts[i].Articles = append(c.facts[i].Articles, o.Article)
			}
		}
	}
	return c
}

// noSections are members of a document that hold no facts.
var noSections = []string{"sources", "provenance"}

func sections(root *factschema.Field) []string {
	names := slices.DeleteFunc(slices.Clone(root.Names), func(name string) bool { return slices.Contains(noSections, name) })
	slices.SortStableFunc(names, factfile.Compare)
	return names
}

// placeOf is where a word stands in a list; after all others if nowhere.
func placeOf[T comparable](list []T, word T) int {
	if i := slices.Index(list, word); i >= 0 {
		return i
	}
	return len(list)
}

// add takes up what a field asks for, and what lies below it.
func (c *Catalogue) add(f *factschema.Field, pointer, section string) {
	if f == nil {
		return
	}
	if f.Question != "" && len(f.Names) == 0 {
		c.places[pointer], c.counts[pointer] = len(c.facts), f.NeverNegative()
		c.facts = append(c.facts, factOf(f, pointer, section))
	}
	c.presuppose(f, pointer)
	for _, name := range f.Names {
		c.add(f.Properties[name], pointer+document.Path{name}.Pointer(), section)
	}
	if f.ArrayOfObjects() {
		c.add(f.Items, pointer+"/-", section)
	}
}

// pointerOf turns a dotted path of an obligation into a pointer: of the elements of
// a list into one with "-", of a list of words into that of the list.
func pointerOf(path string) string {
	path = strings.TrimSuffix(path, "[]")
	return "/" + strings.ReplaceAll(strings.ReplaceAll(path, "[]", "/-"), ".", "/")
}

// Facts are all that can be asked, section by section. Sections and facts come in
// the same order each time.
func (c *Catalogue) Facts() []Fact { return slices.Clone(c.facts) }

// Fact returns what is known of a fact by its pointer, in which the index of an
// element may stand for any. It reports false of what the schema does not know.
func (c *Catalogue) Fact(pointer string) (Fact, bool) {
	i, known := c.places[general(pointer)]
	if !known {
		return Fact{}, false
	}
	fact := c.facts[i]
	fact.Pointer = pointer
	return fact, true
}

// general puts "-" where a pointer has an index.
func general(pointer string) string {
	steps := strings.Split(pointer, "/")
	for i, step := range steps {
		if step != "" && strings.Trim(step, "0123456789") == "" {
			steps[i] = "-"
		}
	}
	return strings.Join(steps, "/")
}

// scope are the facts that decide whether any obligation binds the service. Those
// of the obligations come with each of them and are not listed there.
var scope = []string{
	"/service/offers_services_in_eu", "/service/offered_in_union_since", "/service/intermediary_service", "/service/categories",
	"/service/enterprise_size", "/service/size_status_lost", "/service/size_status_lost_on", "/service/designation_status",
	"/service/designation_notified_on", "/service/designation_terminated", "/service/termination_notified_on", "/service/suspensions",
}

// InScope reports whether a fact decides which obligations bind the service at all.
func InScope(pointer string) bool {
	return slices.ContainsFunc(scope, func(s string) bool { return pointer == s || strings.HasPrefix(pointer, s+"/") })
}

// gravity is the weight of what a breach can cost, for ordering: the lower, the
// graver.
func gravity(penalties []report.Penalty) int {
	order := []report.Penalty{report.SixPercent, report.OnePercent, report.DSCOnePercent, report.FivePercent, report.DSCFiveDaily}
	least := len(order)
	for _, p := range penalties {
		least = min(least, placeOf(order, p))
	}
	return least
}
