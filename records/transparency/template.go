package transparency

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"sync"
)

// Kind says what the numbers of a column or a row are.
type Kind int

// The kinds of cells in the template.
const (
	Text Kind = iota
	// Count is a whole number.
	Count
	// Hours is a median time in hours.
	Hours
	// Share is a decimal between 0 and 1.
	Share
)

func (k Kind) String() string {
	return [...]string{"text", "whole numbers", "hours", "shares"}[k]
}

// Parts of the template that hold numbers.
const (
	partIdentification = 1
	partCategories     = 2
	partOrders         = 3
	partNotices        = 4
	partIllegal        = 5
	partTerms          = 6
	partAppeals        = 7
	partAutomated      = 8
	partPeople         = 9
	partRecipients     = 10
	partWords          = 11
)

// total is the key of totals: of categories, scopes and Member States.
const total = "total"

type measure struct {
	key  string
	kind Kind
}

// measures are the columns with numbers of the parts that are tables of
// categories, in the order of the template.
var measures = map[int][]measure{
	partOrders: {
		{"orders_act", Count},
		{"orders_act_items", Count},
		{"orders_act_inform", Hours},
		{"orders_act_effect", Hours},
		{"orders_info", Count},
		{"orders_info_inform", Hours},
		{"orders_info_effect", Hours},
	},
	partNotices: {
		{"notices", Count},
		{"notices_tf", Count},
		{"items", Count},
		{"items_tf", Count},
		{"median", Hours},
		{"median_tf", Hours},
		{"law", Count},
		{"law_tf", Count},
		{"terms", Count},
		{"terms_tf", Count},
	},
	partIllegal: measuresTaken,
	partTerms:   measuresTaken,
}

var measuresTaken = []measure{
	{"measures", Count},
	{"measures_automated", Count},
	{"visibility_removal", Count},
	{"visibility_disable", Count},
	{"visibility_demoted", Count},
	{"visibility_age", Count},
	{"visibility_interaction", Count},
	{"visibility_labelled", Count},
	{"visibility_other", Count},
	{"monetary_suspension", Count},
	{"monetary_termination", Count},
	{"monetary_other", Count},
	{"service_suspension", Count},
	{"service_termination", Count},
	{"account_suspension", Count},
	{"account_termination", Count},
}

// restrictions are the kinds of restriction that add up to the measures.
var restrictions = measuresTaken[2:]

// indicators are the rows of the other parts, in the order of the template.
var indicators = map[int][]string{
	partIdentification: {"provider", "published", "previous", "start", "end"},
	partAppeals: {
		"complaints", "restrictions_new", "on_visibility", "on_service", "on_account", "on_monetisation", "on_notice", "on_notice_tf",
		"disputes", "suspensions_content", "suspensions_notices", "suspensions_complaints",
	},
	partAutomated:  {"measures_automated", "measures_manual", "accuracy", "precision", "recall", "notices_automated", "notices_manual"},
	partPeople:     {"internal", "external", "moderators"},
	partRecipients: {"recipients"},
	partWords: {
		"summary", "own_initiative", "automation", "accuracy", "purposes", "safeguards",
		"governance", "qualifications", "training", "support", "methodology",
	},
}

var scopes = map[int][]string{
	partAppeals:    {total, "upheld", "partly", "reversed", "median", "omitted", "implemented"},
	partAutomated:  {total, "own", "notices", "notices_tf"},
	partPeople:     {total},
	partRecipients: {total},
}

// kindOfRow tells what the value of a row is, in the parts with one value a row.
func kindOfRow(part int, indicator, scope string) Kind {
	switch {
	case part == partAppeals && scope == "median":
		return Hours
	case part == partAppeals && scope == "implemented":
		return Share
	case part == partAutomated && slices.Contains([]string{"accuracy", "precision", "recall"}, indicator):
		return Share
	}
	return Count
}

// labels are the words of one part of the template, by language.
type labels struct {
	Sheet         map[string]string `json:"sheet"`
	Columns       dictionary        `json:"columns"`
	Indicators    dictionary        `json:"indicators"`
	Scopes        dictionary        `json:"scopes"`
	Applicability dictionary        `json:"applicability"`
	Placeholders  dictionary        `json:"placeholders"`
}

//go:embed labels.json
var labelsJSON []byte

var template = sync.OnceValue(func() map[int]labels {
	var t map[int]labels
	if err := json.Unmarshal(labelsJSON, &t); err != nil {
		panic(fmt.Sprintf("labels.json: %v", err))
	}
	return t
})
