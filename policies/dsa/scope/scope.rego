# METADATA
# scope: package
# title: Who is bound, and from when
# description: >-
#   Decides once, for all obligations, whether the service is addressed, whether a size exclusion frees it, and
#   whether the obligation applies on the assessment date. The argument o is the profile of an obligation, taken from
#   its metadata: addressee, addressee_also, vlop_only, exemption, rule and from.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj
package dsa.scope

import data.law

# METADATA
# title: The obligation binds the service on the assessment date
applies(o) if {
	offered_in_union
	addressed(o)
	not exempt(o)
	in_force(o)
	not ended(o)
}

# METADATA
# title: The service is offered to recipients in the Union, Art. 2(1)
offered_in_union if input.service.offers_services_in_eu

# A designation rests on the number of recipients in the Union, Art. 33(1).
offered_in_union if designated_kind

# METADATA
# title: The service is of a kind that the obligation addresses
addressed(o) if {
	of_kind(o.addressee)
	not too_narrow(o)
}

addressed(o) if {
	some kind in o.addressee_also
	of_kind(kind)
}

# Arts 39(2)(f) and 42(2) speak of very large online platforms only.
too_narrow(o) if {
	o.vlop_only
	not very_large_platform
}

of_kind("intermediary") if intermediary

of_kind("hosting") if hosting

of_kind("online_platform") if online_platform

of_kind("marketplace") if marketplace

of_kind("online_search_engine") if search_engine

of_kind("vlop_vlose") if designated_kind

# The tiers of Art. 3 nest: a marketplace is an online platform, an online platform is a hosting service.
intermediary if some _ in input.service.categories

intermediary if designated_kind

hosting if "hosting" in input.service.categories

hosting if online_platform

online_platform if "online_platform" in input.service.categories

online_platform if very_large_platform

online_platform if marketplace

marketplace if "marketplace" in input.service.categories

search_engine if "online_search_engine" in input.service.categories

search_engine if input.service.designation_status == "vlose"

designated_kind if very_large_platform

designated_kind if input.service.designation_status == "vlose"

very_large_platform if input.service.designation_status == "vlop"

# METADATA
# title: A size exclusion frees the provider
exempt(o) if {
	small_enough(o)
	not carved_back
	not bound_as_search_engine(o)
}

small_enough(o) if {
	o.exemption in {"art15_2", "art19_1", "art29_1"}
	input.service.enterprise_size in {"micro", "small"}
}

# Arts 19(1) and 29(1) go on for 12 months after the status is lost; Art. 15(2) does not.
small_enough(o) if {
	o.exemption in {"art19_1", "art29_1"}
	input.service.size_status_lost
	input.assessment.date <= dates.add_months(input.service.size_status_lost_on, law.size_grace_months)
}

# A designated very large online platform is bound whatever its size, Arts 15(2), 19(2) and 29(2).
carved_back if {
	very_large_platform
	input.service.designation_notified_on <= input.assessment.date
	not designation_over
}

designation_over if {
	input.service.designation_terminated
	input.service.termination_notified_on <= input.assessment.date
}

# Art. 19(1) frees platforms; a search engine that the text names beside them stays bound.
bound_as_search_engine(o) if {
	"online_search_engine" in o.addressee_also
	search_engine
}

# METADATA
# title: The obligation has begun to apply
in_force(o) if {
	begun(o.rule)
	o.from <= input.assessment.date
}

begun("general") if law.general_application <= input.assessment.date

# Art. 92: for a designated service the whole Regulation applies four months after notification, if that is earlier.
begun("general") if section5_begun

begun("section5") if section5_begun

begun("early") if early_begun

# The powers of Chapter IV, Section 4, reach a service once it is designated.
begun("supervision") if {
	early_begun
	designated_kind
	input.service.designation_notified_on <= input.assessment.date
}

# Art. 33(6), second subparagraph.
section5_begun if {
	early_begun
	designated_kind
	dates.add_months(input.service.designation_notified_on, law.section5_lead_months) <= input.assessment.date
}

# Art. 93(2), second sentence.
early_begun if law.early_application <= input.assessment.date

# METADATA
# title: The obligation has ceased to apply with the designation, Art. 33(6)
ended(o) if {
	o.rule == "section5"
	input.service.designation_terminated
	dates.add_months(input.service.termination_notified_on, law.section5_lead_months) <= input.assessment.date
}

# METADATA
# title: A court has suspended the obligation for this service
suspended(id) if {
	some i, _ in input.service.suspensions
	names(i, id)
	input.service.suspensions[i].from <= input.assessment.date
	not lifted(i)
}

names(i, id) if id in input.service.suspensions[i].obligations

names(i, id) if {
	some prefix in input.service.suspensions[i].obligations
	startswith(id, concat("", [prefix, "."]))
}

lifted(i) if {
	input.service.suspensions[i].lifted
	input.service.suspensions[i].lifted_on <= input.assessment.date
}

# METADATA
# title: The first day on which the obligation applies to the service
starts_on(o) := max({o.from, law.early_application}) if o.rule == "early"

starts_on(o) := max({o.from, law.general_application}) if {
	o.rule == "general"
	input.service.designation_status == "none"
}

starts_on(o) := max({o.from, min({law.general_application, section5_starts_on})}) if {
	o.rule == "general"
	designated_kind
}

starts_on(o) := max({o.from, section5_starts_on}) if o.rule == "section5"

starts_on(o) := max({o.from, law.early_application, input.service.designation_notified_on}) if {
	o.rule == "supervision"
}

section5_starts_on := start if {
	designated_kind
	start := dates.add_months(input.service.designation_notified_on, law.section5_lead_months)
}
