package saved_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/saved"
)

const one = `{"schema_version": 2, "service": {"name": "A"}, "obligations": [{"id": "x", "verdict": "breach",
 "findings": [{"evidence": [{"value": 12345678901234567890}]}]}]}`

func TestLoad(t *testing.T) {
	t.Parallel()
	reports, err := saved.Load("r.json", []byte(one+"\n"+one))
	require.NoError(t, err)
	require.Len(t, reports, 2)
	require.Equal(t, json.Number("12345678901234567890"), reports[1].Obligations[0].Findings[0].Evidence[0].Value)
	require.Equal(t, report.DetailFull, reports[0].Detail.Level())
}

// The place of a problem is right also where much was read before it.
func TestPlaces(t *testing.T) {
	t.Parallel()
	before := strings.Repeat(one+"\n", 1000)
	for content, want := range map[string]string{
		`{"schema_version": 9, "obligations": [{}]}`: "r.json:2001:1: the report has schema_version 9; this program reads 2",
		"{\"schema_version\": 2, \"service\": {\"name\": \"A{\\\"\"},\n \"obligations\": [{\"id\": \"x\", \"verdict\": \"breach\",\n  \"verdict\" : \"compliant\"}]}": `r.json:2003:3: the key "verdict" is given twice in one object`,
		`{"schema_version": 2, "obligations": [{"id": "x", "verdict": "breach", "\u0069d": "y"}]}`:                                                                    `r.json:2001:72: the key "id" is given twice in one object`,
		`{"schema_version": 2, "obligations": [{"id": "x", "verdict": "breach", "Verdict": "compliant"}]}`:                                                            `r.json:2001:72: the key "Verdict" is given twice in one object`,
		`{"schema_version": 2, "obligation\u017f": [{"id": "x", "verdict": "breach"}]}`:                                                                               `the key "obligationſ" is written "obligations"`,
		`{"schema_version": 2, "obligations": [{"id": "x", "verdict": "breach"}], "provenance": {"readings": {"a\"b": "x" , "a\u0022b": "x"}}}`:                       `r.json:2001:116: the key "a"b" is given twice in one object`,
		"{\"schema_version\": 2, \"obligations\": [{\"id\": \"x\", \"verdict\": \"breach\", \"\xff\": 1, \"\xfe\": 2}]}":                                              "r.json:2001:80: the key \"\ufffd\" is given twice in one object", // the decoder reads neither letter
		"{}":                 "r.json:2001:1: this is no report",
		"{\n\"service\": ?}": "r.json:2002:12: this is no JSON",
		`{"service":`:        "the report ends too early",
		`{"service": 3}`:     "r.json:2001:1: this is no report: service is number",
		`[]`:                 "r.json:2001:1: this is no report: the document is a list; expected an object",
		`"x"`:                "this is no report: the document is text; expected an object",
		`-1.5`:               "this is no report: the document is a number; expected an object",
		`true`:               "this is no report: the document is true or false; expected an object",
		`{"schema_version": 2, "detail": "much", "obligations": [{"id": "x", "verdict": "breach"}]}`: `the detail "much", which is none`,
	} {
		n := 0
		var found error
		for _, err := range saved.Read("r.json", strings.NewReader(before+content)) {
			if found = err; err == nil {
				n++
			}
		}
		require.Equal(t, 1000, n)
		require.ErrorAs(t, found, new(document.Problems), content)
		require.ErrorContains(t, found, want)
	}
	_, err := saved.Load("r.json", nil)
	require.ErrorContains(t, err, "r.json: the file is empty")
}

func TestIs(t *testing.T) {
	t.Parallel()
	require.True(t, saved.Is([]byte(one)))
	require.True(t, saved.Is([]byte(one+"\n"+one)))
	for _, facts := range []string{"service: {name: A}", `{"service": {"name": "A"}}`, "", "[1]", `{"schema_version": 2}`} {
		require.False(t, saved.Is([]byte(facts)), facts)
	}
}

// Keys of the facts that a report shows are anybody's, and may differ in case alone.
func TestKeysOfAnybody(t *testing.T) {
	t.Parallel()
	_, err := saved.Load("r.json", []byte(`{"schema_version": 2, "obligations": [{"id": "x", "verdict": "breach",
 "findings": [{"evidence": [{"value": [{"ID": 1, "id": 2, "Id": {"Verdict": 3}}], "line": 3}]}]}], "provenance": {"readings": {"Engine": "a"}}}`))
	require.NoError(t, err)
	_, err = saved.Load("r.json", []byte(`{"schema_version": 2, "obligations": [{"id": "x", "verdict": "breach",
 "findings": [{"evidence": [{"value": {"ID": 1, "ID": 2}}]}]}]}`))
	require.ErrorContains(t, err, `the key "ID" is given twice`)
}
