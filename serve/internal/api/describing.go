package api

import (
	"maps"
	"net/http"
	"reflect"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/dsaeval/dsaeval/serve/internal/media"
)

// operation describes an operation with the answers that it can give.
func (a *api) operation(id, method, path, summary, description string, answer map[string]*huma.MediaType) huma.Operation {
	responses := map[string]*huma.Response{"200": {Description: "Done", Content: answer}}
	problems := map[string]*huma.MediaType{"application/problem+json": {Schema: a.huma.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[Problem](), true, "Problem")}}
	for _, status := range []int{http.StatusBadRequest, http.StatusNotFound, http.StatusNotAcceptable, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType, http.StatusUnprocessableEntity, http.StatusInternalServerError, http.StatusServiceUnavailable} {
		if method == http.MethodPost || status == http.StatusBadRequest || status == http.StatusNotFound || status == http.StatusUnprocessableEntity || status == http.StatusInternalServerError {
			responses[strconv.Itoa(status)] = &huma.Response{Description: http.StatusText(status), Content: problems}
		}
	}
	return huma.Operation{OperationID: id, Method: method, Path: path, Summary: summary, Description: description, Responses: responses, RejectUnknownQueryParameters: true}
}

// body describes what an operation reads. It is told after the operation is registered:
// huma would read and check a body that it knows of, and the facts have checks of their
// own, with lines.
func (a *api) body(path string, kinds ...map[string]*huma.MediaType) {
	all := map[string]*huma.MediaType{}
	for _, each := range kinds {
		maps.Copy(all, each)
	}
	a.huma.OpenAPI().Paths[path].Post.RequestBody = &huma.RequestBody{Required: true, Content: all}
}

// external is a schema of the repository, which the server itself gives out.
func external(name string) *huma.Schema { return &huma.Schema{Ref: "/v1/schema?name=" + name} }

func text() *huma.Schema { return &huma.Schema{Type: huma.TypeString} }

// content lists media types with their schemas, by turns.
func content(kindsAndSchemas ...any) map[string]*huma.MediaType {
	all := map[string]*huma.MediaType{}
	for i := 0; i < len(kindsAndSchemas); i += 2 {
		all[kindsAndSchemas[i].(string)] = &huma.MediaType{Schema: kindsAndSchemas[i+1].(*huma.Schema)}
	}
	return all
}

// facts1 is one document of facts.
func facts1() map[string]*huma.MediaType {
	return content("application/json", external("facts"), "application/yaml", external("facts"))
}

// lines is a stream of documents.
func lines() map[string]*huma.MediaType {
	return map[string]*huma.MediaType{"application/x-ndjson": {Schema: &huma.Schema{Type: huma.TypeString, Description: "A document of facts on each line."}}}
}

// sides are the two sides of a comparison.
func sides() map[string]*huma.MediaType {
	side := &huma.Schema{Type: huma.TypeObject, Description: "Facts, or a report."}
	both := &huma.Schema{Type: huma.TypeObject, Properties: map[string]*huma.Schema{"old": side, "new": side}, Required: []string{"old", "new"}}
	return content("application/json", both, "application/yaml", both)
}

// reports are the formats of reports.
func reports() map[string]*huma.MediaType {
	all := content("application/json", external("report"))
	for _, k := range media.Kinds() {
		kind, _, _ := strings.Cut(k.Type, ";")
		if all[kind] == nil {
			all[kind] = &huma.MediaType{Schema: text()}
		}
	}
	all["application/x-ndjson"] = &huma.MediaType{Schema: &huma.Schema{Type: huma.TypeString, Description: "A report, or a problem, on each line."}}
	return all
}

// jsonOf describes an answer by its type.
func (a *api) jsonOf(value any) map[string]*huma.MediaType {
	return content("application/json", a.huma.OpenAPI().Components.Schemas.Schema(reflect.TypeOf(value), true, ""))
}
