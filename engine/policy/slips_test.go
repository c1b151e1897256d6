package policy

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/schemas"
)

// TestSlips shows the mistakes of authors that would otherwise be silent, or be
// told in the words of a decoder: each is refused where it stands, and the
// message says what to try.
func TestSlips(t *testing.T) {
	t.Parallel()
	const count = "input.reporting_pipeline.notices_lost_to_fault_count"
	finding := func(body string) string {
		return header + "# METADATA\n# title: It was found\nbreach contains \"found\" if " + body + "\n"
	}
	metadata := func(old, new string) string { return strings.Replace(header, old, new, 1) + ground }
	for _, c := range []struct{ note, rules, want, hint string }{
		{"a number and a text", finding(count + ` > "5"`), `20:83: reporting_pipeline.notices_lost_to_fault_count is a number and is compared with text, "5"`, "write 5 without quotes"},
		{"the text first", finding(`"5" < ` + count), `20:28: reporting_pipeline.notices_lost_to_fault_count is a number`, "write 5 without quotes"},
		{"by another name", finding("{\n\tn := " + count + "\n\tn == \"5\"\n}"), `22:7: reporting_pipeline.notices_lost_to_fault_count is a number`, ""},
		{"in a function", finding("above("+count+")") + "\nabove(x) if x > \"5\"\n", "22:17: reporting_pipeline.notices_lost_to_fault_count is a number and is compared with text", "write 5 without quotes"},
		{"a flag and a text", finding(`input.reporting_pipeline.fault_fixed == "false"`), "is true or false and is compared with text", "write false without quotes"},
		{"a day and a number", finding("input.reporting_pipeline.fault_fixed_on > 2024"), "fault_fixed_on is text and is compared with a number, 2024", "quotes"},
		{"null", finding("input.reporting_pipeline.fault_fixed == null"), "a fact that is null is a missing fact", ""},
		{"no value of the fact", finding(`input.service.designation_status == "vlopp"`), `20:64: service.designation_status is never "vlopp"`, "did you mean vlop?"},
		{"no value of the fact, among others", finding(`input.service.designation_status in {"vlop", "vlopp"}`), `service.designation_status is never "vlopp"`, ""},
		{"no value of an element", finding(`"hostin" in input.service.categories`), `each of service.categories is never "hostin"`, "did you mean hosting?"},
		{"a parameter and a text", finding(`data.parameters.median_hours_notice_to_decision_max > "24"`), "parameters.median_hours_notice_to_decision_max is a number", ""},
		{"a fact and a parameter", finding("input.service.enterprise_size == data.parameters.median_hours_notice_to_decision_max"), "service.enterprise_size is text and is compared with a number", ""},
		{"no option of the reading", finding("{\n\t" + count + " > 0\n\tdata.readings.yearly_cycle == \"cycel\"\n}"), `readings.yearly_cycle is never "cycel"`, "did you mean cycle?"},
		{"walk", finding("{\n\twalk(input, [_, v])\n\tv == 1\n}"), "21:7: input is read as a whole", "write the path of each fact in full"},
		{"the whole input by another name", finding("{\n\tx := input\n\tx.service.offers_services_in_eu\n}"), "21:7: input is read as a whole", ""},
		{"the whole input by an import", strings.Replace(finding("all.service.offers_services_in_eu"), "package house.one\n", "package house.one\n\nimport input as all\n", 1), "18:1: input is read as a whole", ""},
		{"object.get", finding(`object.get(input, ["service", "name"], "") == ""`), "20:39: input is read as a whole", "object.get"},
		{"json.filter", finding(`json.filter(input, ["a"]) == {}`), "input is read as a whole", "json.*"},
		{"any section", finding("input[_].offers_services_in_eu"), "input is read as a whole", ""},
		{"any fact of a section", finding("input.reporting_pipeline[_] == true"), "reporting_pipeline is looked through with a variable", "a rule for each fact"},
		{"an unused import", strings.Replace(header+ground, "package house.one\n", "package house.one\n\nimport data.law\n", 1), "18:1: the import of data.law is not used", "remove the line"},
		{"from without quotes", metadata("#   start: general", "#   start: general\n#   from: 2025-10-29"), `13:5: metadata: custom.from is a day without quotes, which YAML reads as a time; write "2025-10-29"`, ""},
		{"an article without quotes", metadata("House 1", "38"), "9:5: metadata: custom.article is a number; expected text", "put it in quotes"},
		{"a list that is none", metadata("[none]", "none"), "13:5: metadata: custom.penalty is text; expected a list", "penalty: [ … ]"},
		{"a flag in quotes", metadata("#   start: general", "#   start: general\n#   vlop_only: \"yes\""), "13:5: metadata: custom.vlop_only is text; expected true or false", "without quotes"},
		{"a name that is not known", metadata("#   start: general", "#   start: general\n#   recital: [50]"), "13:5: metadata: custom.recital is no name that is known", "did you mean recitals?"},
		{"a word that is not known", metadata("kind: duty", "kind: dutty"), `10:5: metadata: custom.kind is "dutty"; expected one of duty`, ""},
		{"a title with a colon", metadata("A rule of the house", "A rule: of the house"), "3:3: metadata: did not expect a key and a colon here", "text with a colon"},
		{"a tab", metadata("#   start", "#\tstart"), "12:2: metadata: a tab stands where the line is indented", "spaces"},
		{"twice", metadata("#   start: general", "#   start: general\n#   start: early"), "13:5: metadata: custom.start is given twice", ""},
		{"the metadata of a rule", strings.Replace(header+ground, "# title: It was found", "# title: It was found\n# custom:\n#   words: {a: b}", 1), "21:5: metadata: custom.words is an object; expected a list", ""},
	} {
		t.Run(c.note, func(t *testing.T) {
			t.Parallel()
			_, err := loadWith(t, map[string]string{"one.rego": c.rules})
			require.ErrorAs(t, err, new(Defects))
			require.ErrorContains(t, err, "house/one.rego:")
			require.ErrorContains(t, err, c.want)
			require.ErrorContains(t, err, c.hint)
		})
	}
}

// TestSound loads what looks like a slip and is none.
func TestSound(t *testing.T) {
	t.Parallel()
	for note, body := range map[string]string{
		"a number that a text is made of": `sprintf("%d", [input.reporting_pipeline.notices_lost_to_fault_count]) == "5"`,
		"a value of the fact":             `input.service.designation_status == "vlop"`,
		"a fact and a parameter":          `input.reporting_pipeline.median_hours_notice_to_decision > data.parameters.median_hours_notice_to_decision_max`,
	} {
		_, err := loadWith(t, map[string]string{"one.rego": header + "# METADATA\n# title: It was found\nbreach contains \"found\" if " + body + "\n"})
		require.NoError(t, err, note)
	}
}

// TestExtensionSlips shows that the schema of a section is refused where it is
// wrong.
func TestExtensionSlips(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ note, schema, want string }{
		{"cut off", "{\"type\": \"object\",\n  \"properties\": {", "house/schemas/house.schema.json:2:"},
		{"a list", "[]", "house/schemas/house.schema.json:1:1: a schema is an object; found a list"},
		{"properties as a list", `{"properties": []}`, "1:16: properties is a list; expected an object"},
		{"a type that there is not", `{"properties": {"a": {"$ref": "common.schema.json#/$defs/flagg"}}}`, "1:31: there is no type common.schema.json#/$defs/flagg\n    hint: did you mean common.schema.json#/$defs/flag?"},
		{"another file", `{"properties": {"a": {"$ref": "house.schema.json"}}}`, "there is no type house.schema.json"},
	} {
		source := Source{Name: "house", FS: fstest.MapFS{"schemas/house.schema.json": {Data: []byte(c.schema)}}}
		_, err := source.Extensions()
		require.ErrorAs(t, err, new(Defects), c.note)
		require.ErrorContains(t, err, c.want, c.note)
	}
	require.Contains(t, schemas.CommonTypes(), "flag")
}
