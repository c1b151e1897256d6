// Package api is the HTTP API over the engine. Each operation is a function with its
// parameters as a type; the description in OpenAPI 3.1 is made of these and of the
// schemas of the repository, so that it cannot say anything else than what is done.
package api

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"path"
	"reflect"
	"runtime"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/ask"
)

// api holds what the operations need.
type api struct {
	eng       *engine.Engine
	catalogue *ask.Catalogue
	log       *slog.Logger
	huma      huma.API
	// turns has a place for each document that is worked on at a time: more would take
	// memory and come to their end no earlier.
	turns chan struct{}
	// streams has a place for each stream, so that long ones leave room for others.
	streams chan struct{}
}

// Register adds the operations to a mux, and their description as /openapi.json and
// /openapi.yaml. The handler is the mux, which refuses what is none of them below /v1/. What
// goes wrong in the program is logged.
func Register(mux *http.ServeMux, eng *engine.Engine, catalogue *ask.Catalogue, log *slog.Logger) http.Handler {
	a := &api{eng: eng, catalogue: catalogue, log: log, turns: make(chan struct{}, 2*runtime.GOMAXPROCS(0)), streams: make(chan struct{}, streamsAtOnce)}
	a.huma = humago.New(mux, config())
	a.huma.UseMiddleware(a.parameters)
	a.judging()
	a.looking()
	return a.known(mux)
}

// config is that of huma without what reaches out: no page that loads a script from
// elsewhere, no links in answers.
func config() huma.Config {
	plain := huma.Format{Marshal: writeJSON, Unmarshal: json.Unmarshal}
	return huma.Config{
		OpenAPI: &huma.OpenAPI{
			OpenAPI: "3.1.0",
			Info: &huma.Info{
				Title: "dsaeval", Version: "1",
				Description: "Judges facts about online services by the obligations of the Digital Services Act, Regulation (EU) 2022/2065. A missing fact is never a pass and never a breach.",
				License:     &huma.License{Name: "Apache-2.0", Identifier: "Apache-2.0"},
			},
			Components: &huma.Components{
				Schemas: huma.NewMapRegistry("#/components/schemas/", name),
				SecuritySchemes: map[string]*huma.SecurityScheme{
					"token": {Type: "http", Scheme: "bearer", Description: "Needed where the server listens to other machines than its own."},
				},
			},
			Security: []map[string][]string{{}, {"token": {}}},
		},
		OpenAPIPath: "/openapi", Formats: map[string]huma.Format{"application/json": plain, "json": plain}, DefaultFormat: "application/json",
	}
}

// name keeps types of the same name in several packages apart.
func name(t reflect.Type, hint string) string {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	own := huma.DefaultSchemaNamer(t, hint)
	if t.Name() == "" || t.PkgPath() == "" || path.Base(t.PkgPath()) == "api" {
		return own
	}
	return path.Base(t.PkgPath()) + own
}
