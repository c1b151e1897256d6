package api

import (
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// under reports whether a path is one of the API, where every error is a problem.
func under(path string) bool { return strings.HasPrefix(path, "/v1/") }

// Refuse answers a request with an error before an operation sees it: as a problem below
// /v1/, as plain text elsewhere.
func Refuse(w http.ResponseWriter, r *http.Request, detail string, status int) {
	if !under(r.URL.Path) {
		http.Error(w, detail, status)
		return
	}
	p := problem(status, detail)
	w.Header().Set("Content-Type", p.ContentType(""))
	w.WriteHeader(status)
	_ = writeJSON(w, p)
}

// known lets only what is an operation through below /v1/, because a mux would have
// the pages answer the rest.
func (a *api) known(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if under(r.URL.Path) {
			allowed := methods(a.huma.OpenAPI().Paths[r.URL.Path])
			switch {
			case len(allowed) == 0:
				Refuse(w, r, "there is no such operation; /openapi.json describes those that there are", http.StatusNotFound)
				return
			case !slices.Contains(allowed, r.Method):
				w.Header().Set("Allow", strings.Join(allowed, ", "))
				Refuse(w, r, "this operation is called by "+allowed[0], http.StatusMethodNotAllowed)
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

// methods are those by which a path can be called; none of a path that is not described.
func methods(path *huma.PathItem) []string {
	switch {
	case path == nil:
		return nil
	case path.Post != nil:
		return []string{http.MethodPost}
	}
	return []string{http.MethodGet, http.MethodHead}
}
