package api

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/dsaeval/dsaeval/engine/render"
)

// media are the media types of the formats, by which a client can ask with Accept. Where
// several formats share a type the first is meant; format= names any of them.
var media = []struct {
	format render.Format
	kind   string
}{
	{render.JSON, "application/json"},
	{render.HTML, "text/html; charset=utf-8"},
	{render.Text, "text/plain; charset=utf-8"},
	{render.Markdown, "text/markdown; charset=utf-8"},
	{render.CSV, "text/csv; charset=utf-8"},
	{render.SARIF, "application/sarif+json"},
	{render.JUnit, "application/xml"},
	{render.HTMLBrief, "text/html; charset=utf-8"},
	{render.AuditHTML, "text/html; charset=utf-8"},
	{render.SARIFAll, "application/sarif+json"},
	{render.OSCAL, "application/json"},
	{render.TAP, "text/plain; charset=utf-8"},
	{render.GitHub, "text/plain; charset=utf-8"},
	{render.GitHubSummary, "text/markdown; charset=utf-8"},
	{render.Audit, "text/markdown; charset=utf-8"},
}

func kindOf(f render.Format) string {
	return media[slices.IndexFunc(media, func(m struct {
		format render.Format
		kind   string
	},
	) bool {
		return m.format == f
	})].kind
}

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
		for _, m := range media {
			own, _, _ := strings.Cut(m.kind, ";")
			group, _, _ := strings.Cut(own, "/")
			if kind == own || kind == "*/*" || kind == group+"/*" || kind == "application/x-ndjson" && m.format == render.JSON {
				best, quality = m.format, q
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
