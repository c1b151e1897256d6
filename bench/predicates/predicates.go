// Package predicates holds ten conditions of the rules a second time, in the Common
// Expression Language, whose evaluator also knows of missing values.
package predicates

// Predicate is one finding of an obligation.
type Predicate struct {
	Package string // of the obligation, as Rego names it
	Code    string // of the finding
	// CEL is the same condition. Its variables are the sections of the facts and
	// those of the data.
	CEL string
	// Facts are those that it reads.
	Facts []string
}

// All are the predicates: flags, counts, products, sums, membership in a list,
// loops, loops in loops and exceptions.
var All = []Predicate{
	{
		"data.dsa.art16.art16_1", "none",
		`reporting_pipeline.notice_mechanism_exists == false`,
		[]string{"reporting_pipeline.notice_mechanism_exists"},
	},
	{
		"data.dsa.art12.art12_1", "several",
		`contact_points.recipient_contact_points_count > 1`,
		[]string{"contact_points.recipient_contact_points_count"},
	},
	{
		"data.dsa.art23.art23_1", "too_short",
		`account_removals.repeat_offenders_suspended_count > 0
			&& !(account_removals.suspension_median_days == 0)
			&& account_removals.suspension_median_days < parameters.suspension_median_days_min`,
		[]string{"account_removals.repeat_offenders_suspended_count", "account_removals.suspension_median_days"},
	},
	{
		"data.dsa.art11.art11_3", "no_broad_language",
		`!(parameters.broadly_understood_language in contact_points.authority_contact_languages)`,
		[]string{"contact_points.authority_contact_languages"},
	},
	{
		"data.dsa.art11.art11_3", "no_home_language",
		`!contact_points.establishment_or_representative_state_official_languages.exists(l,
				l in contact_points.authority_contact_languages)
			&& !(service.established_in_eu == false && contact_points.legal_representative_designated == false)`,
		[]string{
			"contact_points.establishment_or_representative_state_official_languages",
			"contact_points.authority_contact_languages",
			"service.established_in_eu",
			"contact_points.legal_representative_designated",
		},
	},
	{
		"data.dsa.art14.art14_6", "languages",
		`service.states_service_offered.exists(s, s in law.official_languages
				&& law.official_languages[s].exists(l, !(l in terms.terms_languages)))
			|| readings.terms_languages == "of_the_state"
			&& service.states_service_offered.exists(s, s in law.official_languages_of_states_alone
				&& law.official_languages_of_states_alone[s].exists(l, !(l in terms.terms_languages)))`,
		[]string{"service.states_service_offered", "terms.terms_languages"},
	},
	{
		"data.dsa.art20.art20_1", "scope",
		`["visibility", "service", "account", "monetisation", "notice_decision"].exists(d,
			!(d in complaints.complaint_scope_decision_types))`,
		[]string{"complaints.complaint_scope_decision_types"},
	},
	{
		"data.dsa.art21.art21_2", "ignored",
		`complaints.ods_disputes_engaged_count + complaints.ods_refusals_count < complaints.ods_disputes_received_count`,
		[]string{"complaints.ods_disputes_engaged_count", "complaints.ods_refusals_count", "complaints.ods_disputes_received_count"},
	},
	{
		"data.dsa.art31.art31_3", "unchecked_traders",
		`marketplace.new_traders_information_checked_before_offering_count * 100
			< marketplace.new_traders_count * parameters.new_traders_information_checked_percent_min`,
		[]string{"marketplace.new_traders_information_checked_before_offering_count", "marketplace.new_traders_count"},
	},
	{
		"data.dsa.art20.art20_4", "backlog",
		`complaints.complaint_backlog_oldest_days > parameters.complaint_backlog_oldest_days_max
			&& !(complaints.complaints_set_aside_count > 0
				&& complaints.complaint_backlog_oldest_days_otherwise <= parameters.complaint_backlog_oldest_days_max)`,
		[]string{
			"complaints.complaint_backlog_oldest_days",
			"complaints.complaints_set_aside_count",
			"complaints.complaint_backlog_oldest_days_otherwise",
		},
	},
}
