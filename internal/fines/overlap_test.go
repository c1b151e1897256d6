package fines_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/fines"
)

func TestOverlapsAreFinedOnce(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		note        string
		obligations []fines.Obligation
		fined       []string
		merged      []report.Merge
	}{
		{
			"facts of their own",
			[]fines.Obligation{breach("dsa.art28.2", "/a"), breach("dsa.art35.1", "/b")},
			[]string{"dsa.art28.2", "dsa.art35.1"},
			[]report.Merge{},
		},
		{
			"what endangers minors is a risk that is not mitigated",
			[]fines.Obligation{breach("dsa.art28.1", "/a"), breach("dsa.art35.1", "/b")},
			[]string{"dsa.art28.1"},
			[]report.Merge{{Obligation: "dsa.art35.1", Into: []string{"dsa.art28.1"}, Because: "same_conduct", Facts: []string{}}},
		},
		{
			"what went into something that is itself left out goes on with it",
			[]fines.Obligation{breach("dsa.art16.6", "/b", "/c"), breach("dsa.art28.1", "/a"), breach("dsa.art35.1", "/b")},
			[]string{"dsa.art28.1"},
			[]report.Merge{
				{Obligation: "dsa.art16.6", Into: []string{"dsa.art28.1"}, Because: "same_evidence", Facts: []string{"/b"}},
				{Obligation: "dsa.art35.1", Into: []string{"dsa.art28.1"}, Because: "same_conduct", Facts: []string{}},
			},
		},
		{
			"the same facts under 28(1) and 35(1)",
			[]fines.Obligation{breach("dsa.art35.1", "/b", "/a"), breach("dsa.art28.1", "/a", "/b")},
			[]string{"dsa.art28.1"},
			[]report.Merge{{Obligation: "dsa.art35.1", Into: []string{"dsa.art28.1"}, Because: "same_evidence", Facts: []string{"/a", "/b"}}},
		},
		{
			"one set contains the other",
			[]fines.Obligation{breach("dsa.art28.1", "/a", "/b"), breach("dsa.art35.1", "/a")},
			[]string{"dsa.art35.1"},
			[]report.Merge{{Obligation: "dsa.art28.1", Into: []string{"dsa.art35.1"}, Because: "same_evidence", Facts: []string{"/a"}}},
		},
		{
			"sets that merely share a fact",
			[]fines.Obligation{breach("dsa.art28.1", "/a", "/b"), breach("dsa.art34.1", "/b", "/c")},
			[]string{"dsa.art28.1", "dsa.art34.1"},
			[]report.Merge{},
		},
		{
			"one conduct endangers minors and is a risk not mitigated",
			[]fines.Obligation{breach("dsa.art28.1", "/a", "/b"), breach("dsa.art35.1", "/b", "/c")},
			[]string{"dsa.art28.1"},
			[]report.Merge{{Obligation: "dsa.art35.1", Into: []string{"dsa.art28.1"}, Because: "same_conduct", Facts: []string{"/b"}}},
		},
		{
			"one reset of a choice is one conduct",
			[]fines.Obligation{
				with(breach("dsa.art27.3"), func(o *fines.Obligation) { o.Findings = [][]string{{"/reset"}, {"/selector"}} }),
				breach("dsa.art38", "/reset", "/profiling"),
			},
			[]string{"dsa.art27.3"},
			[]report.Merge{{Obligation: "dsa.art38", Into: []string{"dsa.art27.3"}, Because: "same_evidence", Facts: []string{"/reset"}}},
		},
		{
			"that a service is designated is no conduct",
			[]fines.Obligation{
				breach("dsa.art27.3", "/a", "/service/designation_status"), breach("dsa.art38", "/b", "/service/designation_status"),
			},
			[]string{"dsa.art27.3", "dsa.art38"},
			[]report.Merge{},
		},
		{
			"a second ground of its own",
			[]fines.Obligation{
				breach("dsa.art27.3", "/a"),
				with(breach("dsa.art38"), func(o *fines.Obligation) { o.Findings = [][]string{{"/a"}, {"/b"}} }),
			},
			[]string{"dsa.art38"},
			[]report.Merge{{Obligation: "dsa.art27.3", Into: []string{"dsa.art38"}, Because: "same_evidence", Facts: []string{"/a"}}},
		},
		{
			"grounds of their own on both sides",
			[]fines.Obligation{
				with(breach("dsa.art27.3"), func(o *fines.Obligation) { o.Findings = [][]string{{"/a"}, {"/c"}} }),
				with(breach("dsa.art38"), func(o *fines.Obligation) { o.Findings = [][]string{{"/a"}, {"/b"}} }),
			},
			[]string{"dsa.art27.3", "dsa.art38"},
			[]report.Merge{},
		},
		{
			"two facts joined in a third duty",
			[]fines.Obligation{breach("dsa.art16.6", "/a", "/b"), breach("dsa.art27.3", "/a"), breach("dsa.art38", "/b")},
			[]string{"dsa.art27.3", "dsa.art38"},
			[]report.Merge{{Obligation: "dsa.art16.6", Into: []string{"dsa.art27.3", "dsa.art38"}, Because: "same_evidence", Facts: []string{"/a", "/b"}}},
		},
		{
			"the higher cap stays",
			[]fines.Obligation{
				with(breach("dsa.art24.3", "/a"), func(o *fines.Obligation) { o.Penalty = []report.Penalty{report.DSCOnePercent} }),
				breach("dsa.art42.1", "/a", "/b"),
			},
			[]string{"dsa.art42.1"},
			[]report.Merge{{Obligation: "dsa.art24.3", Into: []string{"dsa.art42.1"}, Because: "same_evidence", Facts: []string{"/a"}}},
		},
		{
			"an Article is one sum, whatever its paragraphs and points",
			[]fines.Obligation{breach("dsa.art34.1.b"), breach("dsa.art34.1"), breach("dsa.art34.2.a"), breach("dsa.art34.1.a")},
			[]string{"dsa.art34.1"},
			[]report.Merge{
				{Obligation: "dsa.art34.1.a", Into: []string{"dsa.art34.1"}, Because: "same_paragraph", Facts: []string{}},
				{Obligation: "dsa.art34.1.b", Into: []string{"dsa.art34.1"}, Because: "same_paragraph", Facts: []string{}},
				{Obligation: "dsa.art34.2.a", Into: []string{"dsa.art34.1"}, Because: "same_article", Facts: []string{}},
			},
		},
		{
			"Art. 40 holds three duties",
			[]fines.Obligation{breach("dsa.art40.1"), breach("dsa.art40.3"), breach("dsa.art40.4"), breach("dsa.art40.7"), breach("dsa.art40.12")},
			[]string{"dsa.art40.1", "dsa.art40.4", "dsa.art40.12"},
			[]report.Merge{
				{Obligation: "dsa.art40.3", Into: []string{"dsa.art40.1"}, Because: "same_article", Facts: []string{}},
				{Obligation: "dsa.art40.7", Into: []string{"dsa.art40.4"}, Because: "same_article", Facts: []string{}},
			},
		},
		{
			"Articles whose numbers begin alike, and what users added",
			[]fines.Obligation{breach("dsa.art3.1"), breach("dsa.art39.1"), breach("house.rule.1"), breach("house.rule.2")},
			[]string{"dsa.art3.1", "dsa.art39.1", "house.rule.1", "house.rule.2"},
			[]report.Merge{},
		},
		{
			"a detail of a delegated act joins its parent",
			[]fines.Obligation{breach("dsa.art40.13.portal"), breach("dsa.art40.7"), breach("dsa.art40.12")},
			[]string{"dsa.art40.7", "dsa.art40.12"},
			[]report.Merge{{Obligation: "dsa.art40.13.portal", Into: []string{"dsa.art40.7"}, Because: "delegated_act", Facts: []string{}}},
		},
		{
			"without its parent it stands for it, once",
			[]fines.Obligation{breach("dsa.art40.13.portal"), breach("dsa.art40.13.catalogue")},
			[]string{"dsa.art40.13.catalogue"},
			[]report.Merge{{Obligation: "dsa.art40.13.portal", Into: []string{"dsa.art40.13.catalogue"}, Because: "delegated_act", Facts: []string{}}},
		},
		{
			"grounds without facts are like no others",
			[]fines.Obligation{
				with(breach("dsa.art11.1"), func(o *fines.Obligation) { o.Findings = nil }),
				with(breach("dsa.art12.1"), func(o *fines.Obligation) { o.Findings = [][]string{{}} }),
			},
			[]string{"dsa.art11.1", "dsa.art12.1"},
			[]report.Merge{},
		},
	} {
		t.Run(test.note, func(t *testing.T) {
			t.Parallel()
			r := compute(t, caseOf(t, million, test.obligations...), fine.Options{})
			var fined []string
			for _, i := range r.StatutoryCap.PerInfringement {
				fined = append(fined, i.Obligation)
			}
			assert.Equal(t, test.fined, fined)
			assert.Equal(t, test.merged, r.Merged)
		})
	}
}

// TestArticlesThatTheFactsNameAreFinedApart: the facts of 35(1) do not say which
// risk is meant, and whoever knows that it is another one can say so.
func TestArticlesThatTheFactsNameAreFinedApart(t *testing.T) {
	t.Parallel()
	both := []fines.Obligation{breach("dsa.art28.1", "/a"), breach("dsa.art35.1", "/b")}
	r := compute(t, caseOf(t, million+"supervision: {infringements: [{article: \"28\"}, {article: \"35\"}]}\n", both...), fine.Options{})
	require.Len(t, r.StatutoryCap.PerInfringement, 2)
	last := func() report.FineReading { return r.Readings[len(r.Readings)-1] }
	assert.NotContains(t, last().Question, "minors")
	r = compute(t, caseOf(t, million+"supervision: {infringements: [{article: \"28\"}]}\n", both...), fine.Options{})
	require.Len(t, r.StatutoryCap.PerInfringement, 1)
	assert.Contains(t, last().Question, "minors under Art. 28(1)")
	assert.Contains(t, last().Chosen, "do not say which")
	assert.Equal(t, "name both Articles in supervision.infringements", last().Switch)
}

// TestThreeSetsOfFigures shows that breaches, open questions and what does not
// apply yet are never added up.
func TestThreeSetsOfFigures(t *testing.T) {
	t.Parallel()
	standing := func(id string, s fines.Standing) fines.Obligation {
		return with(breach(id), func(o *fines.Obligation) { o.Standing, o.Findings = s, nil })
	}
	all := []fines.Obligation{
		breach("dsa.art34.1.a"), standing("dsa.art34.1.b", fines.Undetermined), standing("dsa.art20.1", fines.Undetermined), standing("dsa.art42.1", fines.Ahead),
	}
	r := compute(t, caseOf(t, million, all...), fine.Options{})
	alone := compute(t, caseOf(t, million, all[0]), fine.Options{})
	assert.Equal(t, alone.Stake, r.Stake)
	assert.Equal(t, []string{"dsa.art20.1", "dsa.art34.1.b"}, r.IfUndetermined.Obligations)
	require.Len(t, r.IfUndetermined.StatutoryCap.PerInfringement, 1, "34(1)(b) is part of an Article that is breached already")
	assert.Equal(t, []report.Merge{{Obligation: "dsa.art34.1.b", Into: []string{"dsa.art34.1.a"}, Because: "same_paragraph", Facts: []string{}}}, r.IfUndetermined.Merged)
	assert.Equal(t, []string{"dsa.art42.1"}, r.IfApplicable.Obligations)
	assert.NotNil(t, r.IfApplicable.Indicative)

	r = compute(t, caseOf(t, million, all[3]), fine.Options{})
	assert.Nil(t, r.StatutoryCap, "what does not apply yet is not fined")
	assert.Nil(t, r.PeriodicPenaltyPerDay)
	assert.NotNil(t, r.IfApplicable.StatutoryCap)
}
