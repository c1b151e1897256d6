# METADATA
# scope: package
# title: Who is bound, and from when
# description: >-
#   Decides once, for all obligations, whether the service is addressed, whether a size exclusion frees it, and from
#   when the obligation binds it. The argument is the profile of an obligation, taken from its metadata: addressee,
#   addressee_also, vlop_only, exemption, start and from. Read from top to bottom in the order of Arts 2, 3, 15(2), 19,
#   29, 33(6), 92 and 93.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj
package dsa.scope

import data.law
import data.readings

# METADATA
# title: The obligation binds the service on the assessment date
applies(obligation) if {
	offered_in_union
	addressed(obligation)
	not exempt(obligation)
	in_force(obligation)
	not ended(obligation)
}

# METADATA
# title: The service is offered to recipients in the Union, Art. 2(1)
offered_in_union if input.service.offers_services_in_eu

# A designation rests on the number of recipients in the Union, Art. 33(1). One that has ended says nothing any more.
offered_in_union if {
	designated
	not designation_over
}

# METADATA
# title: The service has already been offered in the Union on the assessment date
# description: >-
#   Asked only where the first day is known. Otherwise it is enough that the service is offered.
offered_already if input.service.offered_in_union_since <= input.assessment.date

# METADATA
# title: The service is of a kind that the obligation addresses, Arts 2(2), 3 and 33
addressed(obligation) if {
	not other_than_intermediary
	of_kind(obligation.addressee)
	within_platforms(obligation)
}

addressed(obligation) if {
	not other_than_intermediary
	some kind in obligation.addressee_also
	of_kind(kind)
}

# Recital 6: a service that is no intermediary service is not touched, such as the sale of a retailer's own goods.
other_than_intermediary if {
	input.service.intermediary_service == false
	not designated_now
}

# Arts 39(2)(f) and 42(2) speak of very large online platforms only.
within_platforms(obligation) if not obligation.vlop_only

within_platforms(obligation) if {
	obligation.vlop_only
	very_large_platform
}

of_kind("intermediary") if intermediary

of_kind("hosting") if hosting

of_kind("online_platform") if online_platform

of_kind("marketplace") if marketplace

of_kind("online_search_engine") if search_engine

of_kind("vlop_vlose") if designated

# The tiers of Art. 3 nest: a marketplace is an online platform, an online platform is a hosting service. A service that
# is designated is a platform or a search engine; one that was may have become something else.
intermediary if some _ in input.service.categories

intermediary if designated_now

hosting if "hosting" in input.service.categories

hosting if online_platform

online_platform if "online_platform" in input.service.categories

online_platform if marketplace

online_platform if {
	very_large_platform
	not designation_over
}

marketplace if "marketplace" in input.service.categories

search_engine if "online_search_engine" in input.service.categories

search_engine if {
	very_large_search_engine
	not designation_over
}

# METADATA
# title: The Commission has designated the service, Art. 33(4)
designated if very_large_platform

designated if very_large_search_engine

very_large_platform if input.service.designation_status == "vlop"

very_large_search_engine if input.service.designation_status == "vlose"

designated_now if {
	designated
	not designation_over
}

# METADATA
# title: The end of the designation has been notified, Art. 33(5)
designation_over if {
	input.service.designation_terminated
	input.service.termination_notified_on <= input.assessment.date
}

# METADATA
# title: A size exclusion frees the provider, Arts 15(2), 19 and 29
exempt(obligation) if {
	small(obligation)
	not bound_whatever_its_size
	not bound_as_search_engine(obligation)
}

small(obligation) if {
	obligation.exemption in {"art15_2", "art19_1", "art29_1"}
	input.service.enterprise_size in {"micro", "small"}
}

# Until the day of loss the provider was small.
small(obligation) if {
	obligation.exemption == "art15_2"
	input.service.size_status_lost
	input.assessment.date < input.service.size_status_lost_on
}

# METADATA
# title: Arts 19(1) and 29(1) go on for 12 months after the status is lost; Art. 15(2) does not
small(obligation) if {
	obligation.exemption in {"art19_1", "art29_1"}
	input.service.size_status_lost
	input.assessment.date <= grace_ends_on
}

# A designated very large online platform is bound whatever its size, Arts 15(2), 19(2) and 29(2).
bound_whatever_its_size if {
	very_large_platform
	input.service.designation_notified_on <= input.assessment.date
	not designation_over
}

# Art. 19(1) frees platforms; a search engine that the text names beside them stays bound.
bound_as_search_engine(obligation) if {
	"online_search_engine" in obligation.addressee_also
	search_engine
}

# METADATA
# title: The obligation has begun to apply, Arts 33(6), 92 and 93
in_force(obligation) if {
	reached(obligation)
	obligation.from <= input.assessment.date
}

reached(obligation) if {
	obligation.start == "general"
	regulation_applies
	not before_designation(obligation)
}

reached(obligation) if {
	obligation.start == "section5"
	section5_applies
}

reached(obligation) if {
	obligation.start == "early"
	early_provisions_apply
}

# The powers of Chapter IV, Section 4, reach a service once it is designated.
reached(obligation) if {
	obligation.start == "supervision"
	early_provisions_apply
	designated
	input.service.designation_notified_on <= input.assessment.date
}

regulation_applies if law.general_application <= input.assessment.date

# Art. 92: for a designated service the whole Regulation applies four months after notification, if that is earlier.
regulation_applies if section5_applies

# METADATA
# title: Art. 33(6), second subparagraph
section5_applies if {
	early_provisions_apply
	designated
	section5_starts_on <= input.assessment.date
}

# Art. 93(2), second sentence.
early_provisions_apply if law.early_application <= input.assessment.date

# Art. 14(5) and (6): a duty of very large services outside Section 5 cannot bind before there is a designation.
before_designation(obligation) if {
	waits_for_designation(obligation)
	input.assessment.date < input.service.designation_notified_on
}

# METADATA
# title: The obligation has ceased to apply with the designation, Art. 33(6)
ended(obligation) if {
	obligation.start == "section5"
	input.service.designation_terminated
	section5_ends_on <= input.assessment.date
}

# Outside Section 5 there are no four months: what is no longer designated is no longer very large.
ended(obligation) if {
	obligation.start == "general"
	obligation.addressee == "vlop_vlose"
	designation_over
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
# title: The first day on which this obligation bound this service
# description: >-
#   Where the day from which the service was offered in the Union is known; otherwise starts_on. The day counts for the
#   duration of an infringement, Art. 74(4).
first_day(obligation) := max({starts_on(obligation), input.service.offered_in_union_since})

# METADATA
# title: The first day of the obligation, the provision, its Section and the size of the provider taken together
starts_on(obligation) := max({obligation.from, provision_starts_on(obligation), size_binds_from(obligation)})

provision_starts_on(obligation) := law.early_application if obligation.start == "early"

provision_starts_on(obligation) := max({law.early_application, input.service.designation_notified_on}) if {
	obligation.start == "supervision"
}

provision_starts_on(obligation) := section5_starts_on if obligation.start == "section5"

provision_starts_on(obligation) := law.general_application if {
	obligation.start == "general"
	input.service.designation_status == "none"
}

provision_starts_on(obligation) := regulation_starts_on if {
	obligation.start == "general"
	designated
	not waits_for_designation(obligation)
}

provision_starts_on(obligation) := max({regulation_starts_on, input.service.designation_notified_on}) if {
	obligation.start == "general"
	designated
	waits_for_designation(obligation)
}

waits_for_designation(obligation) if {
	obligation.addressee == "vlop_vlose"
	readings.terms_first_day == "later"
}

# Art. 92.
regulation_starts_on := min({law.general_application, section5_starts_on})

# METADATA
# title: The first day of Section 5 for this service, Art. 33(6)
# custom: {period: start}
section5_starts_on := dates.add_months(input.service.designation_notified_on, law.section5_lead_months)

# METADATA
# title: The first day without Section 5 after the designation has ended, Art. 33(6)
# custom: {period: start}
section5_ends_on := dates.add_months(input.service.termination_notified_on, law.section5_lead_months)

# The first day that the size of the provider leaves open: the first of all for one that never was small.
size_binds_from(obligation) := "" if not depends_on_size(obligation)

size_binds_from(obligation) := "" if {
	depends_on_size(obligation)
	never_small
}

size_binds_from(obligation) := exclusion_over_on(obligation) if {
	depends_on_size(obligation)
	no_longer_small
	not very_large_platform
}

size_binds_from(obligation) := min({exclusion_over_on(obligation), input.service.designation_notified_on}) if {
	depends_on_size(obligation)
	no_longer_small
	very_large_platform
}

size_binds_from(obligation) := input.service.designation_notified_on if {
	depends_on_size(obligation)
	input.service.enterprise_size in {"micro", "small"}
	very_large_platform
}

depends_on_size(obligation) if {
	obligation.exemption in {"art15_2", "art19_1", "art29_1"}
	not bound_as_search_engine(obligation)
}

never_small if {
	input.service.enterprise_size in {"medium", "large"}
	input.service.size_status_lost == false
}

no_longer_small if {
	input.service.enterprise_size in {"medium", "large"}
	input.service.size_status_lost
}

exclusion_over_on(obligation) := input.service.size_status_lost_on if obligation.exemption == "art15_2"

# The grace lasts until the end of its last day.
exclusion_over_on(obligation) := dates.add_days(grace_ends_on, 1) if obligation.exemption in {"art19_1", "art29_1"}

# METADATA
# title: The last day of grace
# custom: {period: grace}
grace_ends_on := dates.add_months(input.service.size_status_lost_on, law.size_grace_months)
