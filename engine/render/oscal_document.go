package render

import (
	"encoding/json"
	"io"
	"strings"

	"github.com/google/uuid"

	"github.com/dsaeval/dsaeval/internal/writing"
)

// oscalVersion is the version of OSCAL that is written.
const oscalVersion = "1.1.3"

// newOSCAL begins a document whose identifier is made from its whole content.
// No assessment plan exists; a resource that says what stands for it does.
func newOSCAL(content []byte, date, title string, plan oscalResource) *oscalResults {
	id := uuid.NewSHA1(oscalNamespace, content)
	plan.UUID = uuid.NewSHA1(id, []byte("plan")).String()
	return &oscalResults{
		UUID:       id.String(),
		Metadata:   oscalMetadata{Title: title, LastModified: midnight(date), Version: date, OSCALVersion: oscalVersion},
		ImportAP:   oscalHref{Href: "#" + plan.UUID},
		Results:    []oscalResult{},
		BackMatter: oscalBackMatter{Resources: []oscalResource{plan}},
	}
}

// file adds a resource that stands for a file.
func (o *oscalResults) file(resource oscalResource, name, sha256 string) {
	resource.RLinks = []oscalRLink{{Href: writing.FileURI(name), Hashes: []oscalHash{{Algorithm: "SHA-256", Value: sha256}}}}
	o.BackMatter.Resources = append(o.BackMatter.Resources, resource)
}

func (o *oscalResults) write(w io.Writer) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(map[string]*oscalResults{"assessment-results": o})
}

// oscalNamespace is the name space of all identifiers.
var oscalNamespace = uuid.NewSHA1(uuid.NameSpaceURL, []byte(writing.Home+"/ns/oscal"))

func midnight(date string) string { return date + "T00:00:00Z" }

// oscalSpace is the name space of the identifiers of one report.
type oscalSpace uuid.UUID

func oscalSpaceOf(parts ...string) oscalSpace {
	return oscalSpace(uuid.NewSHA1(oscalNamespace, []byte(writing.Fingerprint(parts...))))
}

func (s oscalSpace) id(parts ...string) string {
	return uuid.NewSHA1(uuid.UUID(s), []byte(writing.Fingerprint(parts...))).String()
}

// props makes properties of names and values; OSCAL allows no empty value and
// no line breaks in one.
func props(pairs ...string) []oscalProp {
	var list []oscalProp
	for i := 0; i < len(pairs); i += 2 {
		if value := strings.TrimSpace(writing.OneLine(pairs[i+1])); value != "" {
			list = append(list, oscalProp{Name: pairs[i], NS: writing.Home + "/ns/oscal", Value: value})
		}
	}
	return list
}

// filled is text for a field that must not be empty.
func filled(s string) string {
	if s = strings.TrimSpace(writing.OneLine(s)); s != "" {
		return s
	}
	return "not given"
}
