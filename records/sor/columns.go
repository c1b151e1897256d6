package sor

import (
	"bytes"
	"fmt"
	"strings"
)

// kind says how the cells of a column are read.
type kind uint8

const (
	text  kind = iota // skipped, whatever is in it
	value             // one value of a vocabulary
	list              // a JSON list of values
	day               // YYYY-MM-DD HH:MM:SS, of which only the day counts
	uuid              // what every row begins with
	name              // the platform
)

// field numbers the columns that are counted; each has its place in a row.
type field uint8

const (
	fieldNone field = iota
	fieldUUID
	fieldVisibility
	fieldMonetary
	fieldProvision
	fieldAccount
	fieldAccountType
	fieldGround
	fieldIllegal
	fieldCategory
	fieldAddition
	fieldKeywords
	fieldContent
	fieldContentDate
	fieldTerritory
	fieldApplied
	fieldSource
	fieldDetection
	fieldDecision
	fieldPlatform
	fieldCreated
	fields
)

// definition is what is known about a column by its name.
type definition struct {
	field    field
	kind     kind
	values   *vocabulary
	required bool // no row is without a value
}

var definitions = map[string]definition{
	"uuid":                         {fieldUUID, uuid, nil, true},
	"decision_visibility":          {fieldVisibility, list, visibilities, false},
	"decision_monetary":            {fieldMonetary, value, monetary, false},
	"decision_provision":           {fieldProvision, value, provisions, false},
	"decision_account":             {fieldAccount, value, accounts, false},
	"account_type":                 {fieldAccountType, value, accountsOf, false},
	"decision_ground":              {fieldGround, value, grounds, true},
	"incompatible_content_illegal": {fieldIllegal, value, yesNo, false},
	"category":                     {fieldCategory, value, categories, true},
	"category_addition":            {fieldAddition, list, categories, false},
	"category_specification":       {fieldKeywords, list, keywords, false},
	"content_type":                 {fieldContent, list, contents, false},
	"content_date":                 {fieldContentDate, day, nil, false},
	"territorial_scope":            {fieldTerritory, list, countries, false},
	"application_date":             {fieldApplied, day, nil, false},
	"source_type":                  {fieldSource, value, sources, true},
	"automated_detection":          {fieldDetection, value, yesNo, false},
	"automated_decision":           {fieldDecision, value, decisions, false},
	"platform_name":                {fieldPlatform, name, nil, true},
	"created_at":                   {fieldCreated, day, nil, true},
}

// optional are the columns that some versions lack: light dumps have no
// territory. Without any of the others a file is no dump.
var optional = map[string]bool{"territorial_scope": true}

// header is the first line of a CSV file, understood.
type header struct {
	names        []string
	definitions  []definition
	schema       Schema
	hasTerritory bool
	uuidFirst    bool
}

// maxColumns is far above the 38 of today; a file with more is something else.
const maxColumns = 100

// parseHeader finds the columns by their names. Columns that nobody knows are
// accepted and skipped.
func parseHeader(line []byte) (*header, error) {
	line = bytes.TrimPrefix(line, []byte("\xef\xbb\xbf"))
	line = bytes.TrimRight(line, "\r\n")
	names := strings.Split(string(line), ",")
	if len(names) > maxColumns {
		return nil, fmt.Errorf("the first line has %d columns; a dump has 33 to 38", len(names))
	}
	h := &header{names: names, schema: V1}
	seen := map[string]bool{}
	for i, name := range names {
		name = strings.Trim(name, `"`)
		names[i] = name
		if seen[name] {
			return nil, fmt.Errorf("column %q occurs twice", shorten(name, 60))
		}
		seen[name] = true
		d := definitions[name]
		h.definitions = append(h.definitions, d)
		switch {
		case name == "content_id_ean":
			h.schema = V2
		case d.field == fieldTerritory:
			h.hasTerritory = true
		case d.field == fieldUUID:
			h.uuidFirst = i == 0
		}
	}
	var missing []string
	for name := range definitions {
		if !seen[name] && !optional[name] {
			missing = append(missing, name)
		}
	}
	if len(missing) > 0 {
		return nil, lacking(string(line), missing)
	}
	return h, nil
}

func shorten(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "") + "…"
}
