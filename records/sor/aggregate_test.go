package sor

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// anyRow draws a row of whatever kind; few distinct values, so that groups meet.
func anyRow(t *rapid.T) *Row {
	r := &Row{
		Platform:     rapid.SampledFrom([]string{"X", "TikTok", "Zalando"}).Draw(t, "platform"),
		Schema:       rapid.SampledFrom([]Schema{V1, V2}).Draw(t, "schema"),
		HasTerritory: rapid.Bool().Draw(t, "territory"),
		id:           mix(rapid.Uint64Range(0, 60).Draw(t, "id")),
	}
	for _, d := range definitions {
		switch d.kind {
		case value:
			low := 0
			if d.required {
				low = 1
			}
			r.codes[d.field] = uint8(rapid.IntRange(low, d.values.size()-1).Draw(t, "code"))
		case list:
			for range rapid.IntRange(0, 2).Draw(t, "members") {
				members := &r.sets[d.field]
				members.add(uint8(rapid.IntRange(1, d.values.size()-1).Draw(t, "member")))
			}
		case day:
			r.days[d.field] = int32(rapid.IntRange(20000, 20100).Draw(t, "day"))
			if !d.required && rapid.Bool().Draw(t, "no day") {
				r.days[d.field] = noDay
			}
		}
	}
	if rapid.Bool().Draw(t, "whole") {
		r.sets[fieldTerritory] = scopeEU
	}
	return r
}

func anyGrouping(t *rapid.T) Grouping {
	return Grouping{
		AllPlatforms: rapid.Bool().Draw(t, "all platforms"),
		Period:       rapid.SampledFrom(append([]Period{All}, periods...)).Draw(t, "period"),
	}
}

// counted adds rows to an aggregate whose sample holds few UUIDs, so that the
// level rises in the middle of it.
func counted(t require.TestingT, grouping Grouping, limit int, rows []*Row) *Aggregate {
	a := NewAggregate(grouping)
	a.sample.limit = limit
	for i, row := range rows {
		require.NoError(t, a.Add(row))
		if i%7 == 0 {
			a.AddUnknown("category", fmt.Sprint("STATEMENT_CATEGORY_", row.id%5))
		}
	}
	if len(rows) > 0 {
		a.files = []File{{Name: fmt.Sprint(rows[0].id), Rows: int64(len(rows))}}
	}
	return a
}

func encoded(t require.TestingT, a *Aggregate) string {
	content, err := json.Marshal(a)
	require.NoError(t, err)
	return string(content)
}

func merged(t require.TestingT, grouping Grouping, limit int, parts ...*Aggregate) *Aggregate {
	total := NewAggregate(grouping)
	total.sample.limit = limit
	for _, part := range parts {
		require.NoError(t, total.Merge(part))
	}
	return total
}

// TestMergeIsAssociativeAndCommutative: however rows are split, and in whatever
// order the parts are merged, the result has the same bytes.
func TestMergeIsAssociativeAndCommutative(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		grouping := anyGrouping(t)
		limit := rapid.SampledFrom([]int{4, 16, MaxSample}).Draw(t, "limit")
		var parts [3]*Aggregate
		for i := range parts {
			parts[i] = counted(t, grouping, limit, rapid.SliceOfN(rapid.Custom(anyRow), 0, 25).Draw(t, "rows"))
		}
		a, b, c := parts[0], parts[1], parts[2]
		want := encoded(t, merged(t, grouping, limit, a, b, c))
		require.Equal(t, want, encoded(t, merged(t, grouping, limit, c, a, b)))
		require.Equal(t, want, encoded(t, merged(t, grouping, limit, b, c, a)))
		right := merged(t, grouping, limit, b, c)
		require.Equal(t, want, encoded(t, merged(t, grouping, limit, a, right)))
		require.Equal(t, want, encoded(t, merged(t, grouping, limit, right, a)))
	})
}

// TestAddAndMerge: merging what was counted apart is counting it together.
func TestAddAndMerge(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		grouping := anyGrouping(t)
		limit := rapid.SampledFrom([]int{4, 16, MaxSample}).Draw(t, "limit")
		rows := rapid.SliceOfN(rapid.Custom(anyRow), 1, 40).Draw(t, "rows")
		cut := rapid.IntRange(0, len(rows)).Draw(t, "cut")
		whole := counted(t, grouping, limit, rows)
		parts := merged(t, grouping, limit, counted(t, grouping, limit, rows[:cut]), counted(t, grouping, limit, rows[cut:]))
		whole.files, parts.files = nil, nil
		whole.unknown, parts.unknown = nil, nil // counted by the position of rows, for this test only
		require.Equal(t, encoded(t, whole), encoded(t, parts))
		require.EqualValues(t, len(rows), whole.Statements())
	})
}

// TestJSONKeepsEverything: a partial that is read and written is the same, and
// so is what is merged into it.
func TestJSONKeepsEverything(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		grouping := anyGrouping(t)
		a := counted(t, grouping, MaxSample, rapid.SliceOfN(rapid.Custom(anyRow), 0, 40).Draw(t, "rows"))
		b := counted(t, grouping, MaxSample, rapid.SliceOfN(rapid.Custom(anyRow), 0, 40).Draw(t, "rows"))
		var read Aggregate
		require.NoError(t, json.Unmarshal([]byte(encoded(t, a)), &read))
		require.Equal(t, encoded(t, a), encoded(t, &read))
		require.Equal(t, a.far, read.far)
		require.NoError(t, read.Merge(b))
		require.Equal(t, encoded(t, merged(t, grouping, MaxSample, a, b)), encoded(t, &read))
	})
}

// TestQuantilesAreExact compares with sorting all delays.
func TestQuantilesAreExact(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		delays := rapid.SliceOfN(rapid.IntRange(-maxDelay, maxDelay), 1, 60).Draw(t, "delays")
		var d Delays
		for _, delay := range delays {
			d.add(0, int32(delay))
		}
		slices.Sort(delays)
		n := len(delays)
		median, ok := d.Median()
		require.True(t, ok)
		require.Equal(t, float64(delays[(n-1)/2]+delays[n/2])/2, median)
		percent := rapid.IntRange(1, 100).Draw(t, "percent")
		have, _ := d.Quantile(float64(percent) / 100)
		require.EqualValues(t, delays[(n*percent+99)/100-1], have)
	})
}

// TestDuplicates: exact as long as all UUIDs are remembered, else an estimate
// whose error is what is promised.
func TestDuplicates(t *testing.T) {
	t.Parallel()
	count := func(limit, statements, repeated int) (found, factor uint64) {
		a := NewAggregate(Grouping{})
		a.sample.limit = limit
		rng := rand.New(rand.NewPCG(1, 2))
		for i := range statements {
			row := &Row{Platform: "X", Schema: V2, id: rng.Uint64()}
			require.NoError(t, a.Add(row))
			if i < repeated {
				require.NoError(t, a.Add(row))
			}
		}
		perGroup, factor := a.Duplicates()
		return perGroup[Key{Platform: "X", Schema: V2}], factor
	}
	found, factor := count(1000, 1000, 17)
	require.EqualValues(t, 17, found)
	require.EqualValues(t, 1, factor)

	found, factor = count(10_000, 400_000, 20_000)
	require.EqualValues(t, 64, factor)
	// Standard error sqrt(64/20000) = 5.7 %; the seed is fixed, and within two of it.
	require.InDelta(t, 20_000, found, 2*0.057*20_000)
}

// TestSameUUIDOnTwoPlatforms is no duplicate: they are counted in different groups.
func TestSameUUIDOnTwoPlatforms(t *testing.T) {
	t.Parallel()
	a := NewAggregate(Grouping{})
	for _, platform := range []string{"X", "TikTok"} {
		require.NoError(t, a.Add(&Row{Platform: platform, Schema: V2, id: 5}))
	}
	perGroup, _ := a.Duplicates()
	require.Empty(t, perGroup)
}

func TestGroupsAreBounded(t *testing.T) {
	t.Parallel()
	a := NewAggregate(Grouping{})
	var err error
	for i := 0; err == nil && i < 1<<20; i++ {
		err = a.Add(&Row{Platform: fmt.Sprint(i), Schema: V2})
	}
	require.ErrorIs(t, err, ErrTooMany)
	require.ErrorContains(t, err, "hint: count longer periods")
}

// TestDelaysAreBounded: some seventy platforms with content from 2000 on fit.
func TestDelaysAreBounded(t *testing.T) {
	t.Parallel()
	a := NewAggregate(Grouping{})
	add := func(platform int) (err error) {
		for posted := int32(-14_000); err == nil && posted < -4600; posted++ {
			row := &Row{Platform: fmt.Sprint(platform), Schema: V2}
			row.days[fieldContentDate] = -posted
			row.days[fieldApplied], row.days[fieldCreated] = 14_001, 14_001
			err = a.Add(row)
		}
		return err
	}
	for platform := range 69 {
		require.NoError(t, add(platform))
	}
	err := add(69)
	require.ErrorIs(t, err, ErrTooMany)
	require.ErrorContains(t, err, "hint: count fewer platforms or days at a time")
}

func TestMergeNeedsTheSameGrouping(t *testing.T) {
	t.Parallel()
	err := NewAggregate(Grouping{}).Merge(NewAggregate(Grouping{Period: Month}))
	require.ErrorContains(t, err, "one part is grouped by platform, the other by platform,month")
}

func TestHostilePartials(t *testing.T) {
	t.Parallel()
	for _, content := range []string{
		`{}`, `[]`, `{"format":"dsaeval-sor-partial","version":1}`,
		`{"format":"dsaeval-sor-partial","version":3,"grouping":{"period":"week"}}`,
		`{"format":"dsaeval-sor-partial","version":3,"groups":[{"schema":3,"first_day":"2025-01-01","last_day":"2025-01-02"}]}`,
		`{"format":"dsaeval-sor-partial","version":3,"groups":[{"schema":1,"first_day":"2025-01-03","last_day":"2025-01-02"}]}`,
		`{"format":"dsaeval-sor-partial","version":3,"groups":[{"schema":1,"first_day":"2025-01-01","last_day":"2025-01-02","counts":{"total":{"statements":99999999999999999}}}]}`,
		`{"format":"dsaeval-sor-partial","version":3,"groups":[{"schema":1,"first_day":"2025-01-01","last_day":"2025-01-02","counts":{"x":{}}}]}`,
		`{"format":"dsaeval-sor-partial","version":3,"groups":[{"schema":1,"first_day":"2025-01-01","last_day":"2025-01-02","delays_days":{"content_to_application":{"buckets":[[99999,1]]}}}]}`,
		`{"format":"dsaeval-sor-partial","version":3,"duplicates":{"level":200,"uuids":""}}`,
		`{"format":"dsaeval-sor-partial","version":3,"duplicates":{"level":0,"uuids":"AQEB"}}`,
		`{"format":"dsaeval-sor-partial","version":3,"duplicates":{"level":0,"uuids":"/w=="}}`,
	} {
		require.Error(t, json.Unmarshal([]byte(content), &Aggregate{}), content)
	}
}
