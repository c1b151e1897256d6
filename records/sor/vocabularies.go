package sor

import "strings"

// Schema versions of the database. Since 1 July 2025 statements have a column
// more, other categories and other keywords. There is no official mapping
// between the two, so nothing that was counted under one is added to the other.
const (
	V1 Schema = 1
	V2 Schema = 2
)

// Schema is the version of the database's schema that a row was written under.
type Schema uint8

// String returns v1 or v2.
func (s Schema) String() string {
	if s == V2 {
		return "v2"
	}
	return "v1"
}

// vocabulary is the closed list of values of a column. Value 0 is "no value",
// the last one stands for everything with the right prefix that is not in the
// list: the database has changed its lists before and will again.
type vocabulary struct {
	prefix string
	names  []string
	codes  map[string]uint8
}

// otherValue is the name under which unknown values are counted.
const otherValue = "UNKNOWN_VALUE"

func newVocabulary(prefix, names string) *vocabulary {
	v := &vocabulary{prefix: prefix, names: []string{""}, codes: map[string]uint8{}}
	for _, name := range strings.Fields(names) {
		v.codes[prefix+name] = uint8(len(v.names))
		v.names = append(v.names, prefix+name)
	}
	v.names = append(v.names, otherValue)
	return v
}

func (v *vocabulary) size() int    { return len(v.names) }
func (v *vocabulary) other() uint8 { return uint8(len(v.names) - 1) }

// code returns the number of a value, 0 if it does not belong to this column
// at all: then the columns may have been shifted.
func (v *vocabulary) code(value []byte) (code uint8, known bool) {
	if code, ok := v.codes[string(value)]; ok {
		return code, true
	}
	if v.prefix != "" && strings.HasPrefix(string(value), v.prefix) && isConstant(value) {
		return v.other(), false
	}
	return 0, false
}

// isConstant reports whether a value is written as the database writes the
// members of its lists: capitals, digits and underscores.
func isConstant(value []byte) bool {
	if len(value) > 128 {
		return false
	}
	for _, c := range value {
		if (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '_' {
			return false
		}
	}
	return true
}

var (
	visibilities = newVocabulary("DECISION_VISIBILITY_", `CONTENT_REMOVED CONTENT_DISABLED CONTENT_DEMOTED
		CONTENT_AGE_RESTRICTED CONTENT_INTERACTION_RESTRICTED CONTENT_LABELLED OTHER`)
	monetary   = newVocabulary("DECISION_MONETARY_", "SUSPENSION TERMINATION OTHER")
	provisions = newVocabulary("DECISION_PROVISION_", "PARTIAL_SUSPENSION TOTAL_SUSPENSION PARTIAL_TERMINATION TOTAL_TERMINATION")
	accounts   = newVocabulary("DECISION_ACCOUNT_", "SUSPENDED TERMINATED")
	accountsOf = newVocabulary("ACCOUNT_TYPE_", "BUSINESS PRIVATE")
	grounds    = newVocabulary("DECISION_GROUND_", "ILLEGAL_CONTENT INCOMPATIBLE_CONTENT")
	contents   = newVocabulary("CONTENT_TYPE_", "APP AUDIO IMAGE PRODUCT SYNTHETIC_MEDIA TEXT VIDEO OTHER")
	sources    = newVocabulary("SOURCE_", "ARTICLE_16 TRUSTED_FLAGGER TYPE_OTHER_NOTIFICATION VOLUNTARY")
	decisions  = newVocabulary("AUTOMATED_DECISION_", "FULLY PARTIALLY NOT_AUTOMATED")
	yesNo      = newVocabulary("", "Yes No")

	// categories holds those of both schema versions; a group of counts belongs
	// to one version, so that the two are never added up.
	categories = newVocabulary("STATEMENT_CATEGORY_", `ANIMAL_WELFARE CONSUMER_INFORMATION CYBER_VIOLENCE
		CYBER_VIOLENCE_AGAINST_WOMEN DATA_PROTECTION_AND_PRIVACY_VIOLATIONS ILLEGAL_OR_HARMFUL_SPEECH
		INTELLECTUAL_PROPERTY_INFRINGEMENTS NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS NON_CONSENSUAL_BEHAVIOUR
		NOT_SPECIFIED_NOTICE OTHER_VIOLATION_TC PORNOGRAPHY_OR_SEXUALIZED_CONTENT PROTECTION_OF_MINORS
		RISK_FOR_PUBLIC_SECURITY SCAMS_AND_FRAUD SCOPE_OF_PLATFORM_SERVICE SELF_HARM UNSAFE_AND_ILLEGAL_PRODUCTS
		UNSAFE_AND_PROHIBITED_PRODUCTS VIOLENCE`)

	keywords = newVocabulary("KEYWORD_", `ADULT_SEXUAL_MATERIAL AGE_SPECIFIC_RESTRICTIONS AGE_SPECIFIC_RESTRICTIONS_MINORS
		ANIMAL_HARM BIOMETRIC_DATA_BREACH BULLYING_AGAINST_GIRLS CHILD_SEXUAL_ABUSE_MATERIAL
		CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE CONTENT_PROMOTING_EATING_DISORDERS COORDINATED_HARM COPYRIGHT_INFRINGEMENT
		CYBER_BULLYING_INTIMIDATION CYBER_HARASSMENT CYBER_HARASSMENT_AGAINST_WOMEN CYBER_INCITEMENT CYBER_STALKING
		CYBER_STALKING_AGAINST_WOMEN DANGEROUS_TOYS DATA_FALSIFICATION DEFAMATION DESIGN_INFRINGEMENT DISCRIMINATION
		DISINFORMATION FEMALE_GENDERED_DISINFORMATION FOREIGN_INFORMATION_MANIPULATION GENDER_BASED_VIOLENCE
		GEOGRAPHICAL_REQUIREMENTS GEOGRAPHIC_INDICATIONS_INFRINGEMENT GOODS_SERVICES_NOT_PERMITTED
		GROOMING_SEXUAL_ENTICEMENT_MINORS HATE_SPEECH HIDDEN_ADVERTISEMENT HUMAN_EXPLOITATION HUMAN_TRAFFICKING
		ILLEGAL_ORGANIZATIONS IMAGE_BASED_SEXUAL_ABUSE IMPERSONATION_ACCOUNT_HIJACKING INAUTHENTIC_ACCOUNTS
		INAUTHENTIC_LISTINGS INAUTHENTIC_USER_REVIEWS INCITEMENT_AGAINST_WOMEN INCITEMENT_VIOLENCE_HATRED
		INSUFFICIENT_INFORMATION_ON_TRADERS INSUFFICIENT_INFORMATION_TRADERS LANGUAGE_REQUIREMENTS MISINFORMATION
		MISINFORMATION_DISINFORMATION MISLEADING_INFO_CONSUMER_RIGHTS MISLEADING_INFO_GOODS_SERVICES
		MISSING_PROCESSING_GROUND NONCOMPLIANCE_PRICING NON_CONSENSUAL_IMAGE_SHARING
		NON_CONSENSUAL_IMAGE_SHARING_AGAINST_WOMEN NON_CONSENSUAL_ITEMS_DEEPFAKE NON_CONSENSUAL_MATERIAL_DEEPFAKE
		NON_CONSENSUAL_MATERIAL_DEEPFAKE_AGAINST_WOMEN NUDITY ONLINE_BULLYING_INTIMIDATION OTHER PATENT_INFRINGEMENT
		PHISHING PROHIBITED_PRODUCTS PYRAMID_SCHEMES REGULATED_GOODS_SERVICES RIGHT_TO_BE_FORGOTTEN
		RISK_ENVIRONMENTAL_DAMAGE RISK_PUBLIC_HEALTH SELF_MUTILATION STALKING SUICIDE TERRORIST_CONTENT
		TRADEMARK_INFRINGEMENT TRADE_SECRET_INFRINGEMENT TRAFFICKING_WOMEN_GIRLS UNLAWFUL_SALE_ANIMALS UNSAFE_CHALLENGES
		UNSAFE_PRODUCTS VIOLATION_EU_LAW VIOLATION_NATIONAL_LAW`)

	countries = newVocabulary("", `AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK`)
)

// minorsCategory and the masks below say which statements concern minors: those
// in the category, as main or additional one, and those with one of the keywords
// that the official template lists below it (KEYWORD_OTHER, which stands below
// every category, aside).
var (
	minorsCategory = categories.codes["STATEMENT_CATEGORY_PROTECTION_OF_MINORS"]
	minorsKeywords = keywordSet("AGE_SPECIFIC_RESTRICTIONS_MINORS CHILD_SEXUAL_ABUSE_MATERIAL CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE GROOMING_SEXUAL_ENTICEMENT_MINORS UNSAFE_CHALLENGES")
	abuseKeywords  = keywordSet("CHILD_SEXUAL_ABUSE_MATERIAL CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE")
)

func keywordSet(names string) set {
	var s set
	for _, name := range strings.Fields(names) {
		s.add(keywords.codes["KEYWORD_"+name])
	}
	return s
}

// Territories that most statements name as a whole.
var (
	scopeEEA        = countrySet("")
	scopeEEANoIS    = countrySet("IS")
	scopeEU         = countrySet("IS LI NO")
	scopeShorthands = []struct {
		name    string
		members set
	}{{"EU", scopeEU}, {"EEA", scopeEEA}, {"EEA_no_IS", scopeEEANoIS}}
)

func countrySet(without string) set {
	var s set
	for code, name := range countries.names {
		if len(name) == 2 && !strings.Contains(without, name) {
			s.add(uint8(code))
		}
	}
	return s
}
