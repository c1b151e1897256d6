package facts

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
)

// needsCategory lists what a status requires of the categories: only a platform
// can be designated as a very large one, Art. 33(4), and a marketplace is a
// platform. A list of categories is complete, so that one without them is wrong,
// but for a service that is designated no more: it may have stopped being one.
var needsCategory = map[string][]string{
	"vlop":  {"online_platform", "marketplace"},
	"vlose": {"online_search_engine"},
}

var (
	statusPath     = Path{"service", "designation_status"}
	categoriesPath = Path{"service", "categories"}
	terminatedPath = Path{"service", "designation_terminated"}
)

// categories checks the categories against the status. Where nobody says that
// the designation has ended, it has not; only whoever tries out values has to
// take into account that it may have.
func (c *contradictions) categories(mayHaveEnded bool) {
	status, categories, terminated := c.root.At(statusPath), c.root.At(categoriesPath), c.root.At(terminatedPath)
	if terminated.Known() && terminated.Bool || !terminated.Known() && mayHaveEnded {
		return
	}
	if status == nil || status.Kind != String || categories == nil || categories.Kind != Array {
		return
	}
	needed, ok := needsCategory[status.Text]
	// What was designated once may have become something else.
	if over := c.root.Child("service").Child("designation_terminated"); !ok || over.Known() && over.Bool {
		return
	}
	for _, category := range categories.Elements {
		if slices.Contains(needed, category.Text) {
			return
		}
	}
	c.add(status, fmt.Sprintf("service.designation_status is %s, but service.categories%s has no %s",
		status.Text, beside(categories.Position), document.List(needed)),
		"add the category, or correct the status", statusPath, categoriesPath, terminatedPath)
}

// provenance checks that both ends of every entry exist: a misspelt pointer
// would quietly leave a fact without its source.
func (c *contradictions) provenance(schema *Schema) {
	sources := c.root.Child("sources")
	var ids []string
	if sources != nil {
		for _, source := range sources.Members {
			ids = append(ids, source.Key)
		}
	}
	entries := c.root.Child("provenance")
	if entries == nil {
		return
	}
	for _, entry := range entries.Members {
		steps, ok := document.SplitPointer(entry.Key)
		if !ok || len(steps) == 0 {
			continue // said by the schema
		}
		at := Path{"provenance", entry.Key}
		if good, hint := c.resolves(schema, steps); !good {
			c.problems = append(c.problems, Problem{
				Position: entry.KeyPosition, Pointer: at.Pointer(),
				Message: "provenance names " + document.Quoted(entry.Key) + ", which is no fact of this document", Hint: hint,
			})
		}
		if entry.Value.Kind == Object {
			at = at.With("sources")
		}
		for i, id := range sourceIDs(entry.Value) {
			if _, found := sources.Member(id.Text); found || id.Kind != String {
				continue
			}
			c.add(id, "there is no source "+document.Quoted(id.Text), cmp.Or(document.DidYouMean(id.Text, ids), "add it to sources"), at.With(i))
		}
	}
}

// resolves reports whether a pointer leads to a value of the document or to a
// field that the document could have, and else which one it may mean.
func (c *contradictions) resolves(schema *Schema, steps []string) (ok bool, hint string) {
	n, f := c.root, schema.root
	for i, step := range steps {
		next, known := n.Step(step), f.Step(step)
		if n != nil && n.Kind == Array {
			known = nil // an element that the document does not have is none
			if next != nil {
				known = f.Step(step)
			}
		}
		if next == nil && known == nil {
			var candidates []string
			if f != nil {
				candidates = append(candidates, f.Names...)
			}
			if n != nil {
				for _, member := range n.Members {
					candidates = append(candidates, member.Key)
				}
			}
			if near := document.Nearest(step, candidates); near != "" {
				meant := append(slices.Clone(steps[:i]), near)
				return false, "did you mean " + Path(anySteps(append(meant, steps[i+1:]...))).Pointer() + "?"
			}
			for _, place := range schema.sections()[steps[len(steps)-1]] {
				return false, "did you mean /" + strings.ReplaceAll(strings.ReplaceAll(place, "[].", ".0."), ".", "/") + "?"
			}
			return false, ""
		}
		n, f = next, known
	}
	return true, ""
}
