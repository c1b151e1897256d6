package serve_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/dsaeval/dsaeval/engine/ask"
	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/golden"
)

// send posts a body to an operation.
func (c *client) send(path, kind, body string, header ...string) page {
	c.t.Helper()
	r, err := http.NewRequestWithContext(c.t.Context(), http.MethodPost, c.URL+path, strings.NewReader(body))
	require.NoError(c.t, err)
	if kind != "" {
		r.Header.Set("Content-Type", kind)
	}
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	return c.do(r)
}

// openAPI is the description that a server gives of itself.
type openAPI struct {
	Paths map[string]map[string]struct {
		OperationID string `json:"operationId"`
		Responses   map[string]struct {
			Content map[string]struct{ Schema json.RawMessage }
		}
	}
}

//go:generate go test -run TestOpenAPI . -update

// TestOpenAPI keeps the description, so that a change of the interface is seen.
func TestOpenAPI(t *testing.T) {
	t.Parallel()
	c := serving(t, "")
	described := c.get("/openapi.json")
	require.Equal(t, http.StatusOK, described.status)
	var indented bytes.Buffer
	require.NoError(t, json.Indent(&indented, []byte(described.body), "", "  "))
	golden.Equal(t, "testdata/openapi.json", indented.String()+"\n")
	var asYAML map[string]any
	require.NoError(t, yaml.Unmarshal([]byte(c.get("/openapi.yaml").body), &asYAML))
	require.Equal(t, "3.1.0", asYAML["openapi"])
}

// TestOperations calls every operation that is described: the answer has a status and a
// media type that the description names, and JSON is as its schema says.
func TestOperations(t *testing.T) {
	t.Parallel()
	c := serving(t, "")
	document := c.get("/openapi.json").body
	var described openAPI
	require.NoError(t, json.Unmarshal([]byte(document), &described))
	const jsonType, yamlType, problemType = "application/json", "application/yaml", "application/problem+json"
	calls := map[string][]struct {
		query, kind, body, accept string
		status                    int
		answers                   string
	}{
		"evaluate": {
			{"", yamlType, bazaar, "", 200, jsonType},
			{"?detail=verdicts", yamlType, bazaar, "text/csv", 200, "text/csv"},
			{"?format=html-brief", yamlType, bazaar, "", 200, "text/html"},
			{"", "application/x-ndjson", sent["many.ndjson"], "", 200, "application/x-ndjson"},
			{"?only=dsa.art999", yamlType, bazaar, "", 400, problemType},
			{"?only=16&exclude=16", yamlType, bazaar, "", 400, problemType},
			{"?format=pdf", yamlType, bazaar, "", 400, problemType},
			{"?detail=verdicts&format=html", yamlType, bazaar, "", 400, problemType},
			{"?as_of=2026-02-31", yamlType, bazaar, "", 422, problemType},
			{"?detail=some", yamlType, bazaar, "", 422, problemType},
			{"?nothing=1", yamlType, bazaar, "", 422, problemType},
			{"", yamlType, bazaar, "image/png", 406, problemType},
			{"", "application/x-ndjson", sent["many.ndjson"], "text/html", 406, problemType},
			{"", "image/png", bazaar, "", 415, problemType},
			{"", yamlType, sent["wrong.yaml"], "", 422, problemType},
			{"", jsonType, "{", "", 422, problemType},
			{"", jsonType, "", "", 422, problemType},
			{"", yamlType, "service: {name: Bazaar}\n", "", 422, problemType},
			{"", yamlType, strings.Repeat("# more\n", 3<<20), "", 413, problemType},
		},
		"next-questions": {{"?count=3&section=minors", "", bazaar, "", 200, jsonType}, {"?count=-1", "", bazaar, "", 422, problemType}},
		"explain": {
			{"?id=dsa.art16.6", "", bazaar, "", 200, jsonType},
			{"?id=dsa.art16.6&all=true", "", bazaar, "text/plain", 200, "text/plain"},
			{"?id=dsa.art999", "", bazaar, "", 400, problemType},
			{"", "", bazaar, "", 422, problemType},
			{"?id=dsa.art16.6", "", bazaar, "text/html", 406, problemType},
		},
		"diff": {
			{"", jsonType, sent["sides.json"], "", 200, jsonType},
			{"", jsonType, sent["sides.json"], "text/markdown", 200, "text/markdown"},
			{"", jsonType, `{"old": {}}`, "", 422, problemType},
			{"", jsonType, `{"old": 1, "new": 2}`, "", 422, problemType},
		},
		"obligations": {{"?only=16", "", "", "", 200, jsonType}, {"?only=999", "", "", "", 400, problemType}},
		"facts":       {{"?article=16&search=notice", "", "", "", 200, jsonType}, {"?search=nothingislikethis", "", "", "", 200, jsonType}},
		"schema":      {{"", "", "", "", 200, "application/schema+json"}, {"?name=report", "", "", "", 200, "application/schema+json"}, {"?name=../facts", "", "", "", 404, problemType}},
		"health":      {{"", "", "", "", 200, "text/plain"}},
	}
	check := schemasOf(t, c, document)
	for path, methods := range described.Paths {
		for method, operation := range methods {
			tried := calls[operation.OperationID]
			require.NotEmpty(t, tried, "nothing calls %s", operation.OperationID)
			delete(calls, operation.OperationID)
			for _, each := range tried {
				note := fmt.Sprintf("%s %s%s %.40s", method, path, each.query, each.body)
				var answer page
				if method == "get" {
					answer = c.get(path + each.query)
				} else if each.accept == "" {
					answer = c.send(path+each.query, each.kind, each.body)
				} else {
					answer = c.send(path+each.query, each.kind, each.body, "Accept", each.accept)
				}
				require.Equal(t, each.status, answer.status, "%s: %.300s", note, answer.body)
				kind, _, _ := strings.Cut(answer.header.Get("Content-Type"), ";")
				require.Equal(t, each.answers, kind, note)
				responses := operation.Responses[fmt.Sprint(each.status)]
				require.Contains(t, responses.Content, kind, "%s: not described", note)
				require.NotEmpty(t, answer.body, note)
				require.NotContains(t, answer.body, c.dir, "no path of the machine")
				if kind == jsonType || kind == problemType {
					check(note, responses.Content[kind].Schema, answer.body)
				}
			}
		}
	}
	require.Empty(t, calls, "these are called and not described")
}

// schemasOf validates answers by the schemas of a description, and by those that the
// server gives out for them.
func schemasOf(t *testing.T, c *client, document string) func(note string, schema json.RawMessage, body string) {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.LoadURL = func(address string) (io.ReadCloser, error) {
		_, query, found := strings.Cut(address, "?")
		require.True(t, found, address)
		return io.NopCloser(strings.NewReader(c.get("/v1/schema?" + query).body)), nil
	}
	require.NoError(t, compiler.AddResource("http://api/openapi.json", strings.NewReader(document)))
	return func(note string, schema json.RawMessage, body string) {
		var value any
		decoder := json.NewDecoder(strings.NewReader(body))
		decoder.UseNumber()
		require.NoError(t, decoder.Decode(&value), note)
		address := "http://api/" + fmt.Sprintf("%x", note)
		resolved := strings.ReplaceAll(strings.ReplaceAll(string(schema), `"#/components`, `"http://api/openapi.json#/components`), `"/v1/schema`, `"http://api/v1/schema`)
		require.NoError(t, compiler.AddResource(address, strings.NewReader(resolved)))
		compiled, err := compiler.Compile(address)
		require.NoError(t, err, note)
		require.NoError(t, compiled.Validate(value), note)
	}
}

// TestFormats: every format is to be had by its name.
func TestFormats(t *testing.T) {
	t.Parallel()
	c := serving(t, "")
	for _, f := range render.Formats() {
		answer := c.send("/v1/evaluate?format="+string(f), "application/yaml", bazaar)
		require.Equal(t, http.StatusOK, answer.status, f)
		require.Contains(t, answer.body, "Bazaar", f)
	}
	asked := c.send("/v1/evaluate", "application/yaml", bazaar, "Accept", "image/png, text/html;q=0.8, application/sarif+json;q=0.9, */*;q=0.1")
	require.Equal(t, "application/sarif+json", asked.header.Get("Content-Type"), "what is liked best counts")
}

// TestSameAsEngine: the API and the page say what the engine says, byte for byte, with
// the questions in the order in which the command has them.
func TestSameAsEngine(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile("../fixtures/cases/instagram-2023-06/facts.yaml")
	require.NoError(t, err)
	documents, err := built().Load("facts.yaml", content)
	require.NoError(t, err)
	dated, err := documents[0].WithAssessmentDate("2023-09-01")
	require.NoError(t, err)
	want, err := built().Evaluate(t.Context(), dated)
	require.NoError(t, err)
	c := serving(t, string(content))
	undated, err := built().Evaluate(t.Context(), documents[0])
	require.NoError(t, err)
	catalogue := ask.NewCatalogue(built().Schema(), nil)
	written := func(f render.Format, r *report.Report) string {
		t.Helper()
		var unranked, b bytes.Buffer
		require.NoError(t, render.Write(&unranked, f, []*report.Report{r}))
		require.NoError(t, render.Write(&b, f, []*report.Report{catalogue.WithNext(r)}))
		if f == render.Text {
			require.NotEqual(t, unranked.String(), b.String(), "the order can be seen")
		}
		return b.String()
	}
	for _, f := range []render.Format{render.JSON, render.Text, render.HTML, render.HTMLBrief} {
		require.Equal(t, written(f, want), c.send("/v1/evaluate?as_of=2023-09-01&format="+string(f), "application/yaml", string(content)).body, f)
		require.Equal(t, written(f, undated), c.get("/s/facts.yaml/report/"+string(f)).body, f)
	}
}
