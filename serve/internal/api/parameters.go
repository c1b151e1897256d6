package api

import (
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/dsaeval/dsaeval/internal/document"
)

// parameters looks at those of the query before huma does, which reads only the first of a
// name: the values of a list that is given several times are all meant, and what is one
// value cannot be two. A day that is none is told in words.
func (a *api) parameters(ctx huma.Context, next func(huma.Context)) {
	r, _ := humago.Unwrap(ctx)
	given := r.URL.Query()
	joined := false
	var wrong []error
	for _, p := range ctx.Operation().Parameters {
		values := given[p.Name]
		if p.In != "query" || len(values) == 0 {
			continue
		}
		location := "query." + p.Name
		switch {
		case len(values) > 1 && p.Schema.Type == huma.TypeArray:
			given.Set(p.Name, strings.Join(values, ","))
			joined = true
		case len(values) > 1:
			wrong = append(wrong, &huma.ErrorDetail{Message: p.Name + " is given more than once, and has one value", Location: location, Value: values})
		case p.Schema.Format == "date" && values[0] != "":
			if err := document.CheckDay(values[0]); err != nil {
				wrong = append(wrong, &huma.ErrorDetail{Message: err.Error(), Location: location, Value: values[0]})
			}
		}
	}
	if len(wrong) > 0 {
		_ = huma.WriteErr(a.huma, ctx, http.StatusUnprocessableEntity, "validation failed", wrong...)
		return
	}
	if joined {
		r.URL.RawQuery = given.Encode()
	}
	next(ctx)
}
