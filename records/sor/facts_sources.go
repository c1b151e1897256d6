package sor

import (
	"fmt"
	"strings"

	"github.com/dsaeval/dsaeval/internal/lazy"
)

const (
	database = "https://transparency.dsa.ec.europa.eu/explore-data/download"
	citation = "European Commission, DG CONNECT, Digital Services Act Transparency Database, 2023, doi:10.2906/134353607485211, CC BY 4.0."
	// maxSources is how many files are named one by one.
	maxSources = 31
)

var notInID = lazy.NewRegexp(`[^a-z0-9._-]+`)

func (w *factsWriter) sources(a *Aggregate) {
	w.line("sources:")
	var ids []string
	files := a.files
	if len(files) > maxSources || len(files) == 0 {
		rows, rejected, _, unread := a.read()
		lost := ""
		if unread > 0 {
			lost = fmt.Sprintf("; %d archives in them could not be read", unread)
		}
		w.source("dumps", fmt.Sprintf("%d daily dumps of the DSA Transparency Database", len(files)), database,
			fmt.Sprintf("%d rows, %d of them rejected as malformed%s. %s", rows, rejected, lost, citation))
		ids = append(ids, "dumps")
	} else {
		for i, f := range files {
			id := fmt.Sprintf("dump-%d-%s", i+1, strings.Trim(notInID.ReplaceAllString(strings.ToLower(f.Name), "-"), "-"))
			url := database
			if f.Slug != "" && f.Part == "" && strings.HasSuffix(f.Name, ".zip") {
				url += "/" + f.Name
			}
			sum := "not compared with a checksum"
			if f.SHA1 != "" {
				sum = "SHA-1 " + f.SHA1
			}
			if f.Unread > 0 {
				sum += fmt.Sprintf("; %d archives in it could not be read", f.Unread)
			}
			w.source(id, "Dump of the DSA Transparency Database, "+f.Name, url,
				fmt.Sprintf("%d rows, %d of them rejected as malformed; %s. %s", f.Rows, f.Rejected, sum, citation))
			ids = append(ids, id)
		}
	}
	w.line("provenance:")
	for _, section := range []string{"account_removals", "statements_of_reasons"} {
		w.line("  /%s:", section)
		for _, id := range ids {
			w.line("    - %s", quoted(id))
		}
	}
}

func (w *factsWriter) source(id, title, url, note string) {
	w.line("  %s:", id)
	w.line("    title: %s", quoted(title))
	w.line("    url: %s", quoted(url))
	w.line("    confidence: primary")
	w.line("    note: %s", quoted(note))
}
