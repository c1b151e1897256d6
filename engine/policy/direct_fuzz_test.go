package policy

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/internal/kleene"
	"github.com/dsaeval/dsaeval/internal/opa"
	lowering "github.com/dsaeval/dsaeval/internal/rego"
	"github.com/dsaeval/dsaeval/internal/rules"
)

// shopSchema has a fact of each kind.
const shopSchema = `{"type": "object", "properties": {
  "shop": {"type": "object", "properties": {
    "open": {"type": "boolean"}, "clean": {"type": "boolean"},
    "books": {"type": "integer", "minimum": 0}, "novels": {"type": "integer", "minimum": 0, "part_of": "books"},
    "price": {"type": "number"},
    "colour": {"enum": ["red", "green", "blue"]},
    "since": {"type": "string", "format": "date"}, "until": {"type": "string", "format": "date"},
    "name": {"type": "string"},
    "words": {"type": "array", "items": {"type": "string"}},
    "by_language": {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}},
    "shelves": {"type": "array", "items": {"type": "object", "properties": {
      "full": {"type": "boolean"}, "books": {"type": "integer", "minimum": 0}, "topic": {"type": "string"}}}}}}}}`

var shopData = map[string]any{
	"parameters": map[string]any{"few": json.Number("2"), "share": json.Number("0.5"), "topics": []any{"law", "art"}},
	"law":        map[string]any{"limits": map[string]any{"red": json.Number("1"), "green": json.Number("3")}, "opening": "2024-02-17"},
}

// writer writes random rules and facts.
type writer struct{ *rand.Rand }

func (w writer) pick(of ...string) string { return of[w.IntN(len(of))] }

func (w writer) op() string { return w.pick("<", "<=", ">", ">=", "==", "!=") }

func (w writer) count() string {
	return w.pick("input.shop.books", "input.shop.novels", "input.shop.price", "input.shop.books + input.shop.novels",
		"input.shop.books - 2", "input.shop.novels * 3", "count(input.shop.words)", "data.parameters.few", "value",
		"count({x | some x in input.shop.words; x != \"law\"})", "count([x | some x in input.shop.words; startswith(x, \"l\")])",
		"sum([n | some n in input.shop.by_language])", "max([input.shop.books, input.shop.novels])", "capped(input.shop.books)")
}

func (w writer) day() string {
	return w.pick("input.shop.since", "input.shop.until", "data.law.opening", `"2024-02-17"`, `dates.add_months(input.shop.since, 4)`)
}

func (w writer) atom() string {
	switch w.IntN(22) {
	case 0:
		return "input.shop.open"
	case 1:
		return "not input.shop.open"
	case 2:
		return "input.shop.clean == false"
	case 3, 4:
		return fmt.Sprintf("%s %s %d", w.count(), w.op(), w.IntN(5))
	case 5:
		return fmt.Sprintf("%s %s %s", w.count(), w.op(), w.count())
	case 6:
		return fmt.Sprintf("input.shop.colour %s %q", w.pick("==", "!="), w.pick("red", "green", "blue"))
	case 7:
		return w.pick("", "not ") + `input.shop.colour in {"red", "blue"}`
	case 8:
		return fmt.Sprintf("%s %s %s", w.day(), w.op(), w.day())
	case 9:
		return fmt.Sprintf("%s%q in input.shop.words", w.pick("", "not "), w.pick("law", "art"))
	case 10:
		return "some word in {\"law\", \"art\"}\n\tnot word in input.shop.words"
	case 11:
		return "some _ in input.shop.words"
	case 12:
		return fmt.Sprintf("some i, _ in input.shop.shelves\n\t%s", w.element())
	case 13:
		return w.pick("", "not ") + "helper"
	case 14:
		return w.pick("", "not ") + fmt.Sprintf("more(%s, %d)", w.pick("input.shop.books", "input.shop.novels"), w.IntN(4))
	case 15:
		return w.pick("", "not ") + "some_shelf"
	case 16:
		return fmt.Sprintf("data.law.limits[input.shop.colour] %s %d", w.op(), w.IntN(4))
	case 17:
		return w.pick("", "not ") + fmt.Sprintf("%q in object.keys(input.shop.by_language)", w.pick("de", "fr"))
	case 18:
		return "every word in input.shop.words { word in data.parameters.topics }"
	case 19:
		return w.pick("", "not ") + "helper with input.shop.open as " + w.pick("true", "false")
	case 20:
		return w.pick("", "not ") + "input.shop.name in selected"
	}
	return fmt.Sprintf("startswith(input.shop.name, concat(\"\", [%q, \"x\"]))", w.pick("l", "a"))
}

func (w writer) element() string {
	return w.pick("input.shop.shelves[i].full", "not input.shop.shelves[i].full", "input.shop.shelves[i].books > data.parameters.few",
		"input.shop.shelves[i].books < input.shop.books", "input.shop.shelves[i].topic in data.parameters.topics",
		"not good(i)", "input.shop.shelves[i].books == 0\n\tinput.shop.open")
}

func (w writer) body() string {
	atoms := []string{w.atom()}
	for w.IntN(3) > 0 && len(atoms) < 4 {
		atom := w.atom()
		// Two loops in one body need names of their own.
		if strings.Contains(atom, "some ") || strings.Contains(atom, "every ") {
			if strings.Contains(strings.Join(atoms, " "), "some ") || strings.Contains(strings.Join(atoms, " "), "every ") {
				continue
			}
		}
		atoms = append(atoms, atom)
	}
	return "{\n\t" + strings.Join(atoms, "\n\t") + "\n}\n\n"
}

// module writes rules with findings, of which one is about an element.
func (w writer) module() string {
	var b strings.Builder
	b.WriteString("package house.shop\n\n")
	for _, code := range []string{"a", "b", "b", "c"} {
		fmt.Fprintf(&b, "breach contains %q if %s", code, w.body())
	}
	fmt.Fprintf(&b, "breach contains {\"ground\": \"shelf\", \"item\": i} if {\n\tsome i, _ in input.shop.shelves\n\t%s\n}\n\n", w.element())
	// What the rules above may call; those above do not call each other.
	simple := func() string {
		return w.pick("input.shop.open", "not input.shop.clean", "input.shop.books > 1", "input.shop.novels == 0", `"law" in input.shop.words`, `input.shop.colour == "red"`)
	}
	for range 1 + w.IntN(2) {
		fmt.Fprintf(&b, "helper if {\n\t%s\n\t%s\n}\n\n", simple(), simple())
	}
	b.WriteString("more(x, y) if x > y\n\nmore(_, 3) if input.shop.open\n\n")
	b.WriteString("good(i) if {\n\tinput.shop.shelves[i].full\n\tinput.shop.shelves[i].books > 1\n}\n\ngood(i) if input.shop.shelves[i].topic == \"law\"\n\n")
	fmt.Fprintf(&b, "some_shelf if {\n\tsome i, _ in input.shop.shelves\n\tgood(i)\n\t%s\n}\n\n", simple())
	b.WriteString("value := input.shop.books if input.shop.open\n\nvalue := 1 if not input.shop.open\n\n")
	b.WriteString("capped(n) := 3 if n > 3\n\ncapped(n) := n if n <= 3\n\n")
	b.WriteString("selected contains word if {\n\tsome word in {\"law\", \"art\"}\n\tword in input.shop.words\n}\n\nselected contains \"lx\" if input.shop.clean\n")
	return b.String()
}

// fact draws a value for a fact of the shop.
func (w writer) fact(name string) ast.Value {
	switch name {
	case "open", "clean", "full":
		return ast.Boolean(w.IntN(2) == 0)
	case "books", "novels":
		return ast.Number(fmt.Sprint(w.IntN(6)))
	case "price":
		return ast.Number(w.pick("0", "0.5", "1", "2.5", "3", "-1"))
	case "colour":
		return ast.String(w.pick("red", "green", "blue"))
	case "since", "until":
		return ast.String(w.pick("2023-10-17", "2024-02-16", "2024-02-17", "2024-02-18", "2024-06-30"))
	case "name", "topic":
		return ast.String(w.pick("law", "art", "lx", "axe"))
	case "words":
		var words []*ast.Term
		for _, word := range []string{"law", "art", "lx"} {
			if w.IntN(2) == 0 {
				words = append(words, ast.StringTerm(word))
			}
		}
		return ast.NewArray(words...)
	case "by_language":
		object := ast.NewObject()
		for _, language := range []string{"de", "fr"} {
			if w.IntN(2) == 0 {
				object.Insert(ast.StringTerm(language), ast.NewTerm(w.fact("books")))
			}
		}
		return object
	}
	var shelves []*ast.Term
	for range w.IntN(3) {
		shelf := ast.NewObject()
		for _, name := range []string{"full", "books", "topic"} {
			shelf.Insert(ast.StringTerm(name), ast.NewTerm(w.fact(name)))
		}
		shelves = append(shelves, ast.NewTerm(shelf))
	}
	return ast.NewArray(shelves...)
}

// fill gives every unknown fact a value.
func (w writer) fill(from knowledge) knowledge {
	for len(from.Unknowns) > 0 {
		fact := from.Unknowns[0]
		last := fact[len(fact)-1].Value.(ast.String)
		from, _ = from.With(fact, w.fact(string(last)))
	}
	return from
}

// FuzzDirect writes rules and facts and compares the direct evaluator with OPA: on
// complete documents with plain evaluation, on others with partial evaluation and
// with what plain evaluation makes of completions.
func FuzzDirect(f *testing.F) {
	for seed := range uint64(200) {
		f.Add(seed)
	}
	var bundle map[string]any
	require.NoError(f, json.Unmarshal([]byte(shopSchema), &bundle))
	relations, err := facts.NewRelations(bundle)
	require.NoError(f, err)
	schema := factSchema{root: relations.Fields(), relations: relations}
	f.Fuzz(func(t *testing.T, seed uint64) {
		w := writer{rand.New(rand.NewPCG(seed, 0))}
		text := w.module()
		module, err := ast.ParseModuleWithOpts("shop.rego", text, ast.ParserOptions{})
		require.NoError(t, err, text)
		compiler := ast.NewCompiler()
		compiler.Compile(map[string]*ast.Module{"shop.rego": module})
		require.False(t, compiler.Failed(), "%v\n%s", compiler.Errors, text)
		lowered := lowering.Lower(compiler, []lowering.Question{{Name: "findings", Kind: rules.Findings, Rule: ast.MustParseRef("data.house.shop.breach")}}, lowering.Options{
			Schema: schema.root, Data: map[string]int{"law": 2, "parameters": 2},
			Relations: func(slot func(path ...string) (int, bool)) kleene.Relations {
				return opa.RelationsOf(relations.Tables(), slot)
			},
		})
		require.Empty(t, lowered.Refused, text)
		d := newDirect(lowered.Program, schema)
		data, err := d.dataSlots(shopData)
		require.NoError(t, err)
		store := inmem.NewFromObject(shopData)
		q, err := opa.Prepare(t.Context(), compiler, store, ast.MustParseBody("data.house.shop.breach[finding]"))
		require.NoError(t, err)
		plain, err := rego.New(rego.Query("data.house.shop.breach[finding]"), rego.Compiler(compiler), rego.Store(store), rego.StrictBuiltinErrors(true)).PrepareForEval(t.Context())
		require.NoError(t, err)

		ours := func(from knowledge) outcome {
			s := d.state(from.Known(), data)
			defer s.Release()
			document := directDocument{direct: d, state: s}
			out := document.findings(lowered.Roots["findings"])
			require.NoError(t, s.Err())
			return out
		}
		evaluated := func(from knowledge) map[string]bool {
			results, err := plain.Eval(t.Context(), rego.EvalParsedInput(from.Input))
			require.NoError(t, err, text)
			found := map[string]bool{}
			for _, result := range results {
				switch finding := result.Bindings["finding"].(type) {
				case string:
					found[fmt.Sprint(finding, " ", -1)] = true
				case map[string]any:
					found[fmt.Sprint(finding["ground"], " ", finding["item"])] = true
				}
			}
			return found
		}
		for range 4 {
			nothing := knowledgeOf(ast.NewObject(), []ast.Ref{ast.MustParseRef("input.shop")}, schema)
			shop, _ := nothing.With(ast.MustParseRef("input.shop.open"), w.fact("open"))
			full := w.fill(shop)
			for len(relations.Contradictions(full.Known())) > 0 {
				full = w.fill(shop)
			}
			out := ours(full)
			found := evaluated(full)
			require.Len(t, out.findings, len(found), "%s\n%v\nours %v, OPA %v", text, full.Input, out.findings, found)
			for _, finding := range out.findings {
				require.True(t, found[fmt.Sprint(finding.code, " ", finding.item)] && finding.answer == yes, "%s\n%v: %v", text, full.Input, finding)
			}

			partial := full
			for _, name := range schema.root.Properties["shop"].Names {
				if w.IntN(2) == 0 {
					partial = partial.Without(ast.MustParseRef("input.shop").Append(ast.StringTerm(name)))
				}
			}
			if list, err := partial.Input.Find(ast.MustParseRef("input.shop.shelves")[1:]); err == nil {
				for i := range list.(*ast.Array).Len() {
					if w.IntN(2) == 0 {
						shelf := ast.MustParseRef("input.shop.shelves").Append(ast.IntNumberTerm(i))
						partial = partial.Without(shelf.Append(ast.StringTerm(w.pick("full", "books", "topic"))))
					}
				}
			}
			out = ours(partial)
			want, err := byOPA(q, partial)
			require.NoError(t, err)
			require.False(t, want.answer != unknown && want.answer != out.answer, "%s\n%v unknown %v\nours %v, OPA %v", text, partial.Input, partial.Unknowns, out.answer, want.answer)
			for range 8 {
				completed := w.fill(partial)
				if len(relations.Contradictions(completed.Known())) > 0 {
					continue
				}
				found := evaluated(completed)
				require.False(t, out.answer == yes && len(found) == 0, "%s\n%v completed by %v\nours yes, OPA none", text, partial.Input, completed.Input)
				require.False(t, out.answer == no && len(found) > 0, "%s\n%v completed by %v\nours no, OPA %v", text, partial.Input, completed.Input, found)
			}
		}
	})
}
