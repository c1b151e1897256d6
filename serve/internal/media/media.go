// Package media knows the media types of the formats of reports.
package media

import (
	"slices"

	"github.com/dsaeval/dsaeval/engine/render"
)

// Kind is what a format is on the web and on a disk.
type Kind struct {
	Format    render.Format
	Type      string // the media type, with its charset
	Extension string // the end of the name of a file, without a point
}

// kinds are in an order by which the first of a media type is the one that is meant
// where only the type is given.
var kinds = []Kind{
	{render.JSON, "application/json", "json"},
	{render.HTML, "text/html; charset=utf-8", "html"},
	{render.Text, "text/plain; charset=utf-8", "txt"},
	{render.Markdown, "text/markdown; charset=utf-8", "md"},
	{render.CSV, "text/csv; charset=utf-8", "csv"},
	{render.SARIF, "application/sarif+json", "sarif"},
	{render.JUnit, "application/xml", "xml"},
	{render.HTMLBrief, "text/html; charset=utf-8", "html"},
	{render.AuditHTML, "text/html; charset=utf-8", "html"},
	{render.SARIFAll, "application/sarif+json", "sarif"},
	{render.OSCAL, "application/json", "json"},
	{render.TAP, "text/plain; charset=utf-8", "tap"},
	{render.GitHub, "text/plain; charset=utf-8", "txt"},
	{render.GitHubSummary, "text/markdown; charset=utf-8", "md"},
	{render.Audit, "text/markdown; charset=utf-8", "md"},
}

// Kinds are those of all formats. Of formats that share a media type the first is meant
// by the type alone.
func Kinds() []Kind { return slices.Clone(kinds) }

// Of is the kind of a format of [render.Formats].
func Of(f render.Format) Kind {
	return kinds[slices.IndexFunc(kinds, func(k Kind) bool { return k.Format == f })]
}
