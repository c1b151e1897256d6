package transparency

import "strings"

// tree is the list of categories of the template, each with its sub-categories
// but for "other", which all but the last two have.
var tree = map[string][]string{
	"ANIMAL_WELFARE":                                   strings.Fields("ANIMAL_HARM UNLAWFUL_SALE_ANIMALS"),
	"CONSUMER_INFORMATION":                             strings.Fields("HIDDEN_ADVERTISEMENT INSUFFICIENT_INFORMATION_ON_TRADERS MISLEADING_INFO_GOODS_SERVICES MISLEADING_INFO_CONSUMER_RIGHTS NONCOMPLIANCE_PRICING"),
	"CYBER_VIOLENCE":                                   strings.Fields("CYBER_BULLYING_INTIMIDATION CYBER_HARASSMENT CYBER_INCITEMENT CYBER_STALKING NON_CONSENSUAL_IMAGE_SHARING NON_CONSENSUAL_MATERIAL_DEEPFAKE"),
	"CYBER_VIOLENCE_AGAINST_WOMEN":                     strings.Fields("BULLYING_AGAINST_GIRLS CYBER_HARASSMENT_AGAINST_WOMEN CYBER_STALKING_AGAINST_WOMEN FEMALE_GENDERED_DISINFORMATION INCITEMENT_AGAINST_WOMEN NON_CONSENSUAL_IMAGE_SHARING_AGAINST_WOMEN NON_CONSENSUAL_MATERIAL_DEEPFAKE_AGAINST_WOMEN"),
	"DATA_PROTECTION_AND_PRIVACY_VIOLATIONS":           strings.Fields("BIOMETRIC_DATA_BREACH DATA_FALSIFICATION MISSING_PROCESSING_GROUND RIGHT_TO_BE_FORGOTTEN"),
	"ILLEGAL_OR_HARMFUL_SPEECH":                        strings.Fields("DEFAMATION DISCRIMINATION HATE_SPEECH"),
	"INTELLECTUAL_PROPERTY_INFRINGEMENTS":              strings.Fields("COPYRIGHT_INFRINGEMENT DESIGN_INFRINGEMENT GEOGRAPHIC_INDICATIONS_INFRINGEMENT PATENT_INFRINGEMENT TRADE_SECRET_INFRINGEMENT TRADEMARK_INFRINGEMENT"),
	"NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS": strings.Fields("MISINFORMATION_DISINFORMATION VIOLATION_EU_LAW VIOLATION_NATIONAL_LAW"),
	"PROTECTION_OF_MINORS":                             strings.Fields("AGE_SPECIFIC_RESTRICTIONS_MINORS CHILD_SEXUAL_ABUSE_MATERIAL CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE GROOMING_SEXUAL_ENTICEMENT_MINORS UNSAFE_CHALLENGES"),
	"RISK_FOR_PUBLIC_SECURITY":                         strings.Fields("ILLEGAL_ORGANIZATIONS RISK_ENVIRONMENTAL_DAMAGE RISK_PUBLIC_HEALTH TERRORIST_CONTENT"),
	"SCAMS_AND_FRAUD":                                  strings.Fields("IMPERSONATION_ACCOUNT_HIJACKING INAUTHENTIC_ACCOUNTS INAUTHENTIC_LISTINGS INAUTHENTIC_USER_REVIEWS PHISHING PYRAMID_SCHEMES"),
	"SELF_HARM":                                        strings.Fields("CONTENT_PROMOTING_EATING_DISORDERS SELF_MUTILATION SUICIDE"),
	"UNSAFE_AND_PROHIBITED_PRODUCTS":                   strings.Fields("PROHIBITED_PRODUCTS UNSAFE_PRODUCTS"),
	"VIOLENCE":                                         strings.Fields("COORDINATED_HARM INCITEMENT_VIOLENCE_HATRED HUMAN_EXPLOITATION HUMAN_TRAFFICKING TRAFFICKING_WOMEN_GIRLS"),
	"OTHER_VIOLATION_TC":                               strings.Fields("ADULT_SEXUAL_MATERIAL AGE_SPECIFIC_RESTRICTIONS GEOGRAPHICAL_REQUIREMENTS GOODS_SERVICES_NOT_PERMITTED LANGUAGE_REQUIREMENTS NUDITY"),
	"NOT_SPECIFIED_ORDER":                              strings.Fields(""),
	"NOT_SPECIFIED_NOTICE":                             strings.Fields(""),
}

const (
	categoryPrefix = "STATEMENT_CATEGORY_"
	keywordPrefix  = "KEYWORD_"
	keywordOther   = "KEYWORD_OTHER"
)

// categoryOf tells to which category a sub-category belongs. Each but "other"
// stands below one only.
var categoryOf = func() map[string]string {
	parents := map[string]string{}
	for category, keywords := range tree {
		for _, keyword := range keywords {
			parents[keywordPrefix+keyword] = categoryPrefix + category
		}
	}
	return parents
}()

func isCategory(code string) bool {
	name, ok := strings.CutPrefix(code, categoryPrefix)
	_, known := tree[name]
	return ok && known
}

// codeOf returns the code that a name in words stands for, if it has the words
// of one code only; "" if it is none.
func codeOf(name string) string {
	if _, ok := tree[name]; ok {
		return categoryPrefix + name
	}
	if categoryOf[keywordPrefix+name] != "" {
		return keywordPrefix + name
	}
	return ""
}
