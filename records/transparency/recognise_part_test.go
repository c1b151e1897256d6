package transparency_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/records/transparency"
)

// Some publish one CSV file with all parts below each other, a title above.
// What is not allowed by law and what is not allowed by terms are told apart by one
// column; a file with the name of the other is what its columns say.
func TestPartsWithEachOthersNames(t *testing.T) {
	t.Parallel()
	illegal := strings.Replace(head6, "Category of incompatibility with the provider's terms and conditions", "Category of illegal content", 1)
	require.NotEqual(t, head6, illegal)
	r := open(t, folder(t, "6_own_initiative_TC.csv", illegal+all+"TOTAL,,10,5,4\n", "5_own_initiative_illegal.csv", head6+all+"TOTAL,,20,5,4\n"))
	for _, e := range r.Entries {
		if e.Measure == "measures" {
			assert.Equal(t, map[int]string{5: "10", 6: "20"}[e.Part], e.Value.RatString())
		}
	}
	assert.True(t, noted(r, "by its columns it is part 5"))
}

func TestTablesBelowEachOther(t *testing.T) {
	t.Parallel()
	stacked := "Annex 2025 - full report,,,\n" +
		identification("2026-01-31", "2025-02-01", "2025-01-01", "2025-12-31") + ",,,,\n" +
		head3 + all + "TOTAL,,TOTAL,3,3,1,2,0,,\n\n" +
		head4 + all + "TOTAL,,100,10,120,12,5,6,20,2,30,3\n" +
		head7 + begin7 + "Total number,10,\n" + begin7 + "Median time,4,\n,,,\n" +
		head7 + auto + "Accuracy of the automated means - Accuracy,Total number,0.9,\n" +
		recipients("12,000,000")
	stacked = strings.Replace(stacked, "12,000,000", `"12,000,000"`, 1)
	r := open(t, folder(t, "report.csv", stacked))
	var parts []int
	for _, s := range r.Sheets {
		parts = append(parts, s.Part)
	}
	assert.Equal(t, []int{1, 3, 4, 7, 8, 10}, parts)
	assert.Contains(t, values(r), "12000000")
	facts, _ := r.Facts(transparency.FactOptions{})
	stated := map[string]any{}
	places := map[string]string{}
	for _, f := range facts {
		stated[f.Pointer] = f.Value
		if len(f.Refs) > 0 {
			places[f.Pointer] = f.Refs[0].Cell()
		}
	}
	assert.Equal(t, transparency.Decimal("100"), stated["/reporting_pipeline/notices_submitted_count"])
	assert.Equal(t, transparency.Decimal("10"), stated["/complaints/complaints_received_count"])
	assert.Equal(t, transparency.Decimal("12000000"), stated["/service/amar_value"])
	assert.Equal(t, "2026-01-31", stated["/assessment/date"])
	assert.Equal(t, "F13", places["/reporting_pipeline/notices_submitted_count"], "places are those in the file")
	assert.True(t, noted(r, "by its columns it is part 4"))
	assert.True(t, noted(r, `rows above the header were not read: 1, beginning with "Annex 2025 - full report"`))
	// Its own schema has to take what comes of it.
	_, _, err := r.Document(schema(t), transparency.FactOptions{})
	require.NoError(t, err)
}

// A header that is repeated within a table begins no other one.
func TestRepeatedHeader(t *testing.T) {
	t.Parallel()
	r := open(t, folder(t, "10_AMAR.csv", recipients("45000000")+recipients("2000000", "1")))
	require.Len(t, r.Sheets, 1)
}

// Some number the parts otherwise: columns tell more than names.
func TestNamesThatAreWrong(t *testing.T) {
	t.Parallel()
	r := open(t, folder(t, "3_notices.csv", head4+all+"TOTAL,,100,10,120,12,5,6,20,2,30,3\n", "6_appeals.csv", head7+begin7+"Total number,10,\n"))
	require.Len(t, r.Sheets, 2)
	assert.Equal(t, 4, r.Sheets[0].Part)
	assert.Equal(t, 7, r.Sheets[1].Part)
	assert.True(t, noted(r, "the name tells part 3 of the report; by its columns it is part 4"))
}

// A sheet that has the number of a part and nothing else of it gives way to the
// part.
func TestNumbersOfOtherThings(t *testing.T) {
	t.Parallel()
	glossary := "Term,Meaning,See,Note\nNotice,A report,4,\nOrder,An order,3,\n"
	r := open(t, folder(t, "2. Glossary.csv", glossary, "2_categories_names.csv", strings.Replace(glossary, "Term", "Category label", 1), "10_AMAR.csv", recipients("45000000")))
	assert.Contains(t, values(r), "45000000")
	r = open(t, folder(t, "1. Cover.csv", "Transparency report,\nof S,\n", "5 star listings.csv", "Listing,Stars,City\nA,5,Rome\nB,5,Oslo\n",
		"1_summary.csv", identification("2026-02-27", "2025-08-28", "2025-07-01", "2025-12-31"),
		"5_own_initiative_illegal.csv", strings.Replace(head6, "incompatibility with the provider's terms and conditions", "illegal content", 1)+all+"TOTAL,,10\n"))
	require.Len(t, r.Sheets, 2)
	assert.Equal(t, []int{1, 5}, []int{r.Sheets[0].Part, r.Sheets[1].Part})
	assert.Equal(t, "2026-02-27", r.Identification.Published.Text)
}

// What its columns tell is no weaker than another file of the part.
func TestNumbersOfOtherParts(t *testing.T) {
	t.Parallel()
	_, err := transparency.Open(t.Context(), folder(t, "3 extra.csv", head4+strings.Replace(row4, ",100,", ",101,", 1)+"\n", "4_notices.csv", head4+row4+"\n"))
	require.ErrorIs(t, err, transparency.ErrAmbiguous)
}

// Part 2 only explains the categories; below another part it is cut off and not
// read.
func TestExplanationsBelow(t *testing.T) {
	t.Parallel()
	explained := "Categories\nCategory label,Category description,Category of illegal content / incompatible with the terms and conditions,Contextual information\n" +
		"TOTAL,All the entries,TOTAL,\nCategory 1,Animal welfare,STATEMENT_CATEGORY_ANIMAL_WELFARE,\n"
	r := open(t, folder(t, "report.csv", "Orders\n"+head3+all+"TOTAL,,TOTAL,3\n"+explained+"Notices\n"+head4+row4+"\n"))
	var parts []int
	for _, s := range r.Sheets {
		parts = append(parts, s.Part)
	}
	assert.Equal(t, []int{2, 3, 4}, parts)
	for _, rule := range []string{"unlabelled", "stray-row", "category"} {
		assert.NotContains(t, strings.Join(found(t, r), " "), rule+"@")
	}
}

// One label that is not known is another one, and not the next of the template.
func TestOneUnknownLabel(t *testing.T) {
	t.Parallel()
	have := head7 + begin7 + "Total number,10,\n" + strings.Replace(begin7, "Number of complaints submitted to the internal-complaints mechanism", "Comments on videos", 1) + "Total number,700,\n"
	r := open(t, folder(t, "7_appeals.csv", have))
	assert.Contains(t, found(t, r), "indicator@E3")
	for _, e := range r.Entries {
		assert.NotEqual(t, "700", e.Text, "%s", e.Measure)
	}
}

// What is said once for each word is said of fifty, and that there are more.
func TestManyWords(t *testing.T) {
	t.Parallel()
	have := head10
	for i := range 300 {
		have += strings.Replace(begin, ",S,", fmt.Sprintf(",S%d,", i), 1) + "TOTAL,5\n"
	}
	r := open(t, folder(t, "10_AMAR.csv", have))
	said := 0
	for _, n := range r.Notes {
		if n.Rule == "service" {
			said++
		}
	}
	assert.Equal(t, 51, said)
	assert.True(t, noted(r, "and more of this kind from here on"))
}
