package api

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"github.com/dsaeval/dsaeval/engine/ask"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/schemas"
)

func (a *api) looking() {
	register(a, a.operation("obligations", http.MethodGet, "/v1/obligations", "List what is judged", "The obligations in the order of the Regulation.",
		a.jsonOf([]*policy.Obligation{})), a.obligations)
	register(a, a.operation("facts", http.MethodGet, "/v1/facts", "List what can be asked", "The facts of the schema with their questions, section by section.",
		a.jsonOf([]ask.Fact{})), a.listFacts)
	register(a, a.operation("schema", http.MethodGet, "/v1/schema", "Get a JSON Schema", "That of the facts, for editors that complete and check, or another by its name.",
		content("application/schema+json", &huma.Schema{Type: huma.TypeObject})), a.schema)
	register(a, a.operation("health", http.MethodGet, "/healthz", "Ask whether the server answers", "Needs no token.",
		content("text/plain", text())), health)
}

type obligationsInput struct {
	Only    []string `query:"only" doc:"Only these: ids, beginnings of ids, or articles." maxItems:"200"`
	Exclude []string `query:"exclude" doc:"Not these, named as for only." maxItems:"200"`
}

type obligationsOutput struct{ Body []*policy.Obligation }

func (a *api) obligations(_ context.Context, in *obligationsInput) (*obligationsOutput, error) {
	eng, err := a.engine(Choosing{Only: in.Only, Exclude: in.Exclude})
	if err != nil {
		return nil, err
	}
	return &obligationsOutput{eng.Obligations()}, nil
}

type factsInput struct {
	Article []string `query:"article" doc:"Only facts that these provisions read, such as 28 or 28(1)." maxItems:"200"`
	Section []string `query:"section" doc:"Only facts of these sections, such as minors." maxItems:"200"`
	Search  string   `query:"search" doc:"Only facts in whose words this stands." maxLength:"200"`
}

type factsOutput struct{ Body []ask.Fact }

func (a *api) listFacts(_ context.Context, in *factsInput) (*factsOutput, error) {
	list := slices.DeleteFunc(a.catalogue.Facts(), func(f ask.Fact) bool {
		of := len(in.Article) == 0 || slices.ContainsFunc(in.Article, f.Of)
		within := len(in.Section) == 0 || slices.Contains(in.Section, f.Section)
		return !of || !within || in.Search != "" && !f.Search(in.Search)
	})
	return &factsOutput{list}, nil
}

type schemaInput struct {
	Name string `query:"name" default:"facts" doc:"facts, report, explanation, diff, or another of the schemas of the program." maxLength:"50"`
}

func (a *api) schema(_ context.Context, in *schemaInput) (*huma.StreamResponse, error) {
	var bundle map[string]any
	switch {
	case in.Name == "facts":
		bundle = a.eng.FactsSchema()
	case slices.Contains(schemas.Others(), in.Name):
		var err error
		if bundle, err = schemas.Other(in.Name); err != nil {
			return nil, err
		}
	default:
		return nil, problem(http.StatusNotFound, "there is no such schema", Fault{Message: "unknown", Location: "name"})
	}
	var b bytes.Buffer
	if err := writeJSON(&b, bundle); err != nil {
		return nil, err
	}
	return stream("application/schema+json", func(w io.Writer) { _, _ = w.Write(b.Bytes()) }), nil
}

func health(context.Context, *struct{}) (*huma.StreamResponse, error) {
	return stream("text/plain; charset=utf-8", func(w io.Writer) { _, _ = io.WriteString(w, "ok\n") }), nil
}
