# METADATA
# scope: package
# title: No advertisement rests on profiling with special categories of data
# description: >-
#   A platform does not present advertisements based on profiling that uses the special categories of personal data of
#   Art. 9(1) GDPR.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_26
# custom:
#   id: dsa.art26.3
#   article: 26(3)
#   kind: prohibition
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [68, 69]
#   exceptions: >-
#     Only platforms that present advertisements. Contextual advertisements, and profiling without special categories of
#     data, are not forbidden by this paragraph.
#   interpretation: >-
#     Profiling categories built on special categories of data count as such (recital 69). A targeting option that may
#     reveal them, or a target group that nobody used, is evidence and no breach.
package dsa.art26.art26_3

# METADATA
# title: The platform presents advertisements
concerned if input.advertising.presents_advertisements

# METADATA
# title: Campaigns were presented on the basis of profiling with special categories of personal data
# custom:
#   words: [not present advertisements, based on profiling, special categories of personal data]
#   remediation: >-
#     Stop the campaigns, and withdraw the target groups and options that rest on special categories of data or on
#     categories derived from them.
breach contains "special_categories" if {
	input.advertising.ad_campaigns_profiled_on_special_category_count > 0
}

# METADATA
# title: Target groups on offer rest on special categories of data
speaks_against contains "target_groups" if input.advertising.ad_segments_special_category_count > 0

# METADATA
# title: Advertisers can aim at what may reveal special categories of data
speaks_against contains "revealing_options" if input.advertising.ad_targeting_may_reveal_special_categories
