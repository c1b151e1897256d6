package facts

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/document"
)

// Files that are nothing but one repeated thing: each must end in an error, and
// without taking the process down. A reader that is quadratic in a megabyte would not
// come to an end before go test ends it.
func TestHostileFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("reads some dozen megabytes")
	}
	for name, file := range map[string]struct{ format, before, unit, after string }{
		"json brackets":         {"json", "", "[", ""},
		"json braces":           {"json", "", `{"a":`, ""},
		"json minus":            {"json", "", "-", ""},
		"json digits":           {"json", "[", "9", "]"},
		"json zeros":            {"json", "[1e", "0", "1]"},
		"json quotes":           {"json", "", `"`, ""},
		"json open string":      {"json", `{"a": "`, "x", ""},
		"json values":           {"json", "[", "1,", "1]"},
		"json bad elements":     {"json", `{"service":{"states_service_offered":[`, "9,", "9]}}"},
		"json wide bad text":    {"json", `{"service":{"states_service_offered":[`, `"` + strings.Repeat("x", 60) + `",`, "9]}}"},
		"json spaces":           {"json", "", " ", ""},
		"ndjson lines":          {"ndjson", "", "[\n", ""},
		"yaml brackets":         {"yaml", "", "[", ""},
		"yaml spaced brackets":  {"yaml", "", "[ ", ""},
		"yaml closing brackets": {"yaml", "", "]", ""},
		"yaml braces":           {"yaml", "", "{a: ", ""},
		"yaml dashes":           {"yaml", "", "- ", ""},
		"yaml dash lines":       {"yaml", "", "-\n", ""},
		"yaml question marks":   {"yaml", "", "? ", ""},
		"yaml colons":           {"yaml", "", "a: ", ""},
		"yaml double quotes":    {"yaml", "", `"`, ""},
		"yaml single quotes":    {"yaml", "", "'", ""},
		"yaml quoted pairs":     {"yaml", "", `"" `, ""},
		"yaml anchors":          {"yaml", "", "&a ", ""},
		"yaml aliases":          {"yaml", "", "*a ", ""},
		"yaml tags":             {"yaml", "", "!a ", ""},
		"yaml ats":              {"yaml", "", "@", ""},
		"yaml percents":         {"yaml", "", "%a\n", ""},
		"yaml documents":        {"yaml", "", "---\n", ""},
		"yaml document ends":    {"yaml", "", "...\n", ""},
		"yaml empty lines":      {"yaml", "a: |\n", "\n", "b: 1"},
		"yaml some empty lines": {"yaml", "a: |\n", strings.Repeat("\n", 20) + "  x\n", "b: 1"},
		"yaml blank lines":      {"yaml", "a: |\n", "  \n", "b: 1"},
		"yaml spaces":           {"yaml", "a: ", " ", "b"},
		"yaml spaced text":      {"yaml", "a: b", " ", "c"},
		"yaml spaced comment":   {"yaml", "a: b", " ", "#c"},
		"yaml spaces at end":    {"yaml", "a: |\n  x", " ", ""},
		"yaml folded":           {"yaml", "a: >\n", "  x\n\n", ""},
		"yaml plain lines":      {"yaml", "a:\n", "  x\n", ""},
		"yaml plain paragraphs": {"yaml", "a:\n", "  x\n\n", ""},
		"yaml quoted lines":     {"yaml", `a: "`, "  x\n\n", `"`},
		"yaml escapes":          {"yaml", `a: "`, `\n`, `"`},
		"yaml digits":           {"yaml", "a: ", "9", ""},
		"yaml tabs":             {"yaml", "a: ", "\t", ""},
		"yaml comments":         {"yaml", "", "# c\n", ""},
		"yaml comment lines":    {"yaml", "a:\n", "  # c\n", ""},
		"yaml text and comment": {"yaml", "", "a #\n", ""},
		"yaml bars":             {"yaml", "", "| ", ""},
		"yaml bar lines":        {"yaml", "", "- |\n x\n", ""},
		"yaml carriage returns": {"yaml", "a: ", "x\r", ""},
		"yaml merge keys":       {"yaml", "", "<<: ", ""},
		"yaml bad numbers":      {"yaml", "a:\n", "- 0x1\n", ""},
		"yaml null keys":        {"yaml", "", ": ", ""},
		"yaml commas":           {"yaml", "a: [", ",", ""},
		"yaml empty lists":      {"yaml", "", "[]", ""},
		"yaml nested lists":     {"yaml", "", "- " + strings.Repeat("[", 99) + strings.Repeat("]", 99) + "\n", ""},
		"yaml dashes in lines":  {"yaml", "", strings.Repeat("- ", 99) + "\n", ""},
		"yaml question lines":   {"yaml", "", "? a\n", ""},
		"yaml question list":    {"yaml", "[", "?,", "]"},
		"yaml question object":  {"yaml", "{", "?,", "}"},
		"yaml colon list":       {"yaml", "[", ":,", "]"},
		"yaml one key":          {"yaml", "", "a: 1\n", ""},
		"yaml flow keys":        {"yaml", "{", "a: b,", "}"},
		"yaml anchored lines":   {"yaml", "", "- &a b\n", ""},
		"yaml alias lines":      {"yaml", "- &a b\n", "- *a\n", ""},
		"yaml tagged lines":     {"yaml", "", "- !!str b\n", ""},
		"yaml tag directives":   {"yaml", "", "%TAG !a! b\n", ""},
		"yaml long tag":         {"yaml", "a: !", "b", ""},
		"yaml long anchor":      {"yaml", "a: &", "b", ""},
		"yaml long alias":       {"yaml", "a: *", "b", ""},
		"yaml long key":         {"yaml", `{"`, "b", `": 1}`},
		"yaml long keys":        {"yaml", "", strings.Repeat("b", 1000) + ": 1\n", ""},
		"yaml long comment":     {"yaml", "a: 1 #", "b", ""},
		"yaml wide comments":    {"yaml", "a: 1\n", "#" + strings.Repeat(" ", 60) + "\n", ""},
		"yaml foot comments":    {"yaml", "", "- a\n# c\n\n", ""},
		"yaml list comments":    {"yaml", "[", "a, #c\n", "]"},
		"yaml deep comments":    {"yaml", "a:\n b:\n  c: 1\n", "    # c\n# d\n", "e: 1"},
		"yaml misfit at end":    {"yaml", "a:\n", "    b: 1\n", "  c: 1\n"},
		"yaml refused below":    {"yaml", "{" + strings.Repeat("b", document.MaxKey) + ": [", "!a b,", "]}"},
		"json wrong below":      {"json", `{"` + strings.Repeat("b", document.MaxKey) + `": [`, "1e999,", "1]}"},
		"json long key":         {"json", `{"`, "b", `": 1}`},
	} {
		t.Run(name, func(t *testing.T) {
			times := (1 << 20) / len(file.unit)
			if file.format == "yaml" {
				// As much as the library gets to read: more is refused at once.
				for _, sign := range []string{"\n", ",", ": ", "- ", "[", "{"} {
					if count := strings.Count(file.unit, sign); count > 0 {
						times = min(times, (document.MaxValues-1000)/count)
					}
				}
			}
			content := file.before + strings.Repeat(file.unit, times) + file.after
			_, err := realSchema(t).Load("facts."+file.format, []byte(content))
			var problems Problems
			require.ErrorAs(t, err, &problems)
			require.LessOrEqual(t, len(problems), document.MaxProblems+1)
		})
	}
}

// Files that are wrong in as many places as they may have values.
func TestManyProblems(t *testing.T) {
	if testing.Short() {
		t.Skip("checks some hundred thousand values")
	}
	for name, file := range map[string]struct{ before, unit, after string }{
		"unknown keys":      {`{"service":{"a":1`, `,"k%d":1`, `}}`},
		"unknown sections":  {`{"service":{}`, `,"reporting_pipelin%d":1`, `}`},
		"unknown in lists":  {`{"service":{"suspensions":[{}`, `,{"form":%d,"lifte":1}`, `]}}`},
		"sources":           {`{"service":{},"provenance":{"/service":["a"`, `,"s%d"`, `]},"sources":{"s":{"title":"x"}}}`},
		"pointers":          {`{"service":{},"provenance":{"/service":["s"]`, `,"/service/nam%d":["s"]`, `},"sources":{"s":{"title":"x"}}}`},
		"pointers to maps":  {`{"transparency_reports":{"report_moderators_by_language":{"a":1`, `,"b%[1]d":1`, `}},"provenance":{"/transparency_reports/report_moderators_by_languag":["s"]}}`},
		"many sources":      {`{"service":{},"provenance":{"/service":["x","y"]},"sources":{"s":{"title":"x"}`, `,"s%d":{"title":"x"}`, `}}`},
		"wrong map values":  {`{"transparency_reports":{"report_moderators_by_language":{"a":1`, `,"b%d":"1"`, `}}}`},
		"elements repeated": {`{"service":{"states_service_offered":["DE"`, `,"D%d"`, `,"DE"]}}`},
		"keys given twice":  {`{"service":{"name":"a"`, `,"name":%d`, `}}`},
	} {
		t.Run(name, func(t *testing.T) {
			load := func(times int) error {
				var content strings.Builder
				content.WriteString(file.before)
				for i := range times {
					fmt.Fprintf(&content, file.unit, i)
				}
				content.WriteString(file.after)
				_, err := realSchema(t).Load("facts.json", []byte(content.String()))
				return err
			}
			err := load(20_000)
			var problems Problems
			require.ErrorAs(t, err, &problems)
			require.Equal(t, load(1500), load(1500), "messages are the same each time")
		})
	}
}

// What is large but allowed must not take long either.
func TestLargeDocuments(t *testing.T) {
	if testing.Short() {
		t.Skip("reads some dozen megabytes")
	}
	var json, block, flow strings.Builder
	json.WriteString(`{"service": {}, "transparency_reports": {"report_moderators_by_language": {"x": 1`)
	block.WriteString("service: {}\ntransparency_reports:\n  report_moderators_by_language:\n    x: 1\n")
	flow.WriteString("service: {}\ntransparency_reports: {report_moderators_by_language: {x: 1")
	for i := range document.MaxValues - 12 {
		fmt.Fprintf(&json, ",\n%q: %d", fmt.Sprintf("key-%050d", i), i)
		fmt.Fprintf(&block, "    key-%045d: %d\n", i, i)
		fmt.Fprintf(&flow, ",\n key-%045d: %d", i, i)
	}
	json.WriteString("}}}")
	flow.WriteString("}}")
	for name, text := range map[string]string{"a.json": json.String(), "block.yaml": block.String(), "flow.yaml": flow.String()} {
		t.Run(name, func(t *testing.T) {
			documents, err := realSchema(t).Load(name, []byte(text))
			require.NoError(t, err)
			require.Len(t, documents[0].Value()["transparency_reports"].(map[string]any)["report_moderators_by_language"], document.MaxValues-11)
		})
	}
}

type endless struct{ read int }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	e.read += len(p)
	return len(p), nil
}

func TestReadStopsAtTheLimit(t *testing.T) {
	t.Parallel()
	input := &endless{}
	_, err := smallSchema(t).Read("-", input)
	require.EqualError(t, err, "-: the file is larger than the limit of 16 MiB\n"+
		"    hint: a document describes one service at one date; put each into a file of its own")
	require.LessOrEqual(t, input.read, MaxSize+1)
}

func TestReadNamesTheSizeOfALargeFile(t *testing.T) {
	t.Parallel()
	file, err := os.Create(filepath.Join(t.TempDir(), "large.json"))
	require.NoError(t, err)
	defer file.Close()
	require.NoError(t, file.Truncate(1<<30)) // sparse: takes no room
	_, err = smallSchema(t).Read("large.json", file)
	require.ErrorContains(t, err, "large.json: the file has 1024 MiB; the limit is 16 MiB")
}

func TestReadPassesErrorsOn(t *testing.T) {
	t.Parallel()
	_, err := smallSchema(t).Read("facts.json", io.MultiReader(bytes.NewReader([]byte("{")), errorReader{}))
	require.ErrorIs(t, err, errBroken)
	require.EqualError(t, err, "facts.json: broken pipe")
}

var errBroken = errors.New("broken pipe")

type errorReader struct{}

func (errorReader) Read([]byte) (int, error) { return 0, errBroken }
