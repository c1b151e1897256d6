package api

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/serve/internal/media"
)

// wanted is the format that a client asks for: by its name, or by the media types that it
// accepts, of which the one that it likes best counts.
func wanted(name, accept string) (render.Format, error) {
	if name != "" {
		f, err := render.FormatOf(name)
		if err != nil {
			return "", problem(http.StatusBadRequest, err.Error(), Fault{Message: err.Error(), Location: "format"})
		}
		return f, nil
	}
	best, quality := render.JSON, 0.0
	if strings.TrimSpace(accept) == "" {
		return best, nil
	}
	for part := range strings.SplitSeq(accept, ",") {
		kind, q := accepted(part)
		if q <= quality {
			continue
		}
		for _, k := range media.Kinds() {
			own, _, _ := strings.Cut(k.Type, ";")
			group, _, _ := strings.Cut(own, "/")
			if kind == own || kind == "*/*" || kind == group+"/*" || kind == "application/x-ndjson" && k.Format == render.JSON {
				best, quality = k.Format, q
				break
			}
		}
	}
	if quality == 0 {
		return "", problem(http.StatusNotAcceptable, fmt.Sprintf("no report is written as %s; see /openapi.json, or use format=", accept))
	}
	return best, nil
}

// accepted reads one media type of an Accept header, and how much it is liked.
func accepted(part string) (kind string, q float64) {
	kind, parameters, _ := strings.Cut(strings.TrimSpace(part), ";")
	q = 1
	for parameter := range strings.SplitSeq(parameters, ";") {
		if value, ok := strings.CutPrefix(strings.TrimSpace(parameter), "q="); ok {
			if read, err := strconv.ParseFloat(value, 64); err == nil && read >= 0 && read <= 1 {
				q = read
			}
		}
	}
	return strings.ToLower(strings.TrimSpace(kind)), q
}
