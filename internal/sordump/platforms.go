package sordump

import (
	"fmt"
	"strings"
)

// platform says how one platform writes its statements.
type platform struct {
	name               string
	perMille           int
	ground             string
	explanation, facts string
	categories         []string
	visibility         string
	content            string
	territory          string
	detection          string
	decision           string
	acts, submits      int // typical days until the restriction and until the submission
	accounts           int // statements about accounts, of a hundred
}

const (
	eu  = `["AT","BE","BG","CY","CZ","DE","DK","EE","ES","FI","FR","GR","HR","HU","IE","IT","LT","LU","LV","MT","NL","PL","PT","RO","SE","SI","SK"]`
	eea = `["AT","BE","BG","CY","CZ","DE","DK","EE","ES","FI","FR","GR","HR","HU","IE","IS","IT","LI","LT","LU","LV","MT","NL","NO","PL","PT","RO","SE","SI","SK"]`

	longFacts = "When reviewing content or accounts to determine whether they are illegal or violate our policies, we take various " +
		"information into consideration when making a decision, including product data, website quality, merchant information, account " +
		"information (e.g., past history of policy violations), and other information provided through reporting mechanisms (where " +
		"applicable) and own-initiative reviews."
	removed, disabled = "DECISION_VISIBILITY_CONTENT_REMOVED", "DECISION_VISIBILITY_CONTENT_DISABLED"
	fully, manual     = "AUTOMATED_DECISION_FULLY", "AUTOMATED_DECISION_NOT_AUTOMATED"
)

var oldCategories = categories("SCOPE_OF_PLATFORM_SERVICE UNSAFE_AND_ILLEGAL_PRODUCTS PORNOGRAPHY_OR_SEXUALIZED_CONTENT SCAMS_AND_FRAUD VIOLENCE PROTECTION_OF_MINORS")

var platforms = []platform{
	{"Google Shopping", 690, "Misrepresentation", "Some of your products have incorrect prices or availability. Update your product data so that it matches your landing pages.", longFacts, categories("OTHER_VIOLATION_TC UNSAFE_AND_PROHIBITED_PRODUCTS SCAMS_AND_FRAUD"), disabled, "CONTENT_TYPE_PRODUCT", eea, "Yes", fully, 40, 1, 0},
	{"TikTok", 90, "Youth safety", "We do not allow content that may put young people at risk of exploitation, or psychological, physical, or developmental harm. \"See our Community Guidelines\".", longFacts, categories("PROTECTION_OF_MINORS ILLEGAL_OR_HARMFUL_SPEECH VIOLENCE SELF_HARM OTHER_VIOLATION_TC"), removed, "CONTENT_TYPE_VIDEO", eu, "Yes", fully, 0, 1, 12},
	{"Facebook", 60, "Fraud and deception", "The content or account does not follow our Community Standards.", longFacts, categories("SCAMS_AND_FRAUD ILLEGAL_OR_HARMFUL_SPEECH CYBER_VIOLENCE VIOLENCE"), removed, "CONTENT_TYPE_OTHER", eu, "Yes", fully, 2, 1, 30},
	{"Instagram", 40, "Adult nudity and sexual activity", "The content or account does not follow our Community Guidelines.", longFacts, categories("OTHER_VIOLATION_TC PROTECTION_OF_MINORS CYBER_VIOLENCE"), removed, "CONTENT_TYPE_IMAGE", eu, "Yes", fully, 3, 1, 25},
	{"AliExpress", 30, "Controlled Product", "The product is controlled in the European Union: \\n1. Label non-compliance\\n2. Choking risk", "The goods lack the documents that the law asks for.", categories("UNSAFE_AND_PROHIBITED_PRODUCTS INTELLECTUAL_PROPERTY_INFRINGEMENTS CONSUMER_INFORMATION"), disabled, "CONTENT_TYPE_PRODUCT", eu, "Yes", "AUTOMATED_DECISION_PARTIALLY", 300, 0, 1},
	{"Pinterest", 25, "Adult content", "Limited distribution of adult content.", "Our systems detected the Pin.", categories("OTHER_VIOLATION_TC SELF_HARM"), "DECISION_VISIBILITY_CONTENT_DEMOTED", "CONTENT_TYPE_IMAGE", eea, "Yes", fully, 500, 0, 0},
	{"Snapchat", 15, "Sexual content", "We prohibit accounts that promote sexual content.", "A report was reviewed.", categories("PROTECTION_OF_MINORS CYBER_VIOLENCE ILLEGAL_OR_HARMFUL_SPEECH"), removed, "CONTENT_TYPE_VIDEO", eu, "No", manual, 0, 0, 35},
	{"Discord Netherlands B.V.", 5, "You broke Discord's rules", "You broke Discord's rules regarding underage users", "Your account was reported and reviewed.", categories("PROTECTION_OF_MINORS CYBER_VIOLENCE"), removed, "CONTENT_TYPE_OTHER", eu, "No", manual, 1, 1, 80},
}

func categories(names string) []string {
	all := strings.Fields(names)
	for i := range all {
		all[i] = "STATEMENT_CATEGORY_" + all[i]
	}
	return all
}

// small is one of the hundred platforms that hardly submit anything.
func small(i int) platform {
	p := platforms[i%len(platforms)]
	p.name = fmt.Sprintf("Platform %d", i)
	p.territory = `["DE"]`
	p.acts, p.submits, p.decision = i%7, i%3, manual
	return p
}
