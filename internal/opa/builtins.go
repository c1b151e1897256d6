package opa

import (
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/internal/lazy"
)

// allowed are the builtins of OPA that a policy may use: they answer the same to
// the same question on every machine, and their work grows no faster than a small
// power of the size of their arguments. What is not named here is refused, also
// what a later OPA brings; TestEveryBuiltinIsDecided asks for a decision then.
var allowed = names(`
	assign eq equal neq gt gte lt lte
	abs ceil div floor max min minus mul plus product rem round sum format_int to_number
	bits.and bits.negate bits.or bits.rsh bits.xor
	and or count intersection union sort internal.member_2 internal.member_3
	array.concat array.flatten array.reverse array.slice
	object.filter object.get object.keys object.remove object.subset object.union object.union_n
	concat contains endswith indexof indexof_n lower replace split sprintf startswith substring
	strings.any_prefix_match strings.any_suffix_match strings.count strings.replace_n strings.reverse strings.split_n
	trim trim_left trim_prefix trim_right trim_space trim_suffix upper internal.template_string
	regex.find_all_string_submatch_n regex.find_n regex.is_valid regex.match regex.replace regex.split
	is_array is_boolean is_null is_number is_object is_set is_string type_name
	json.filter json.is_valid json.marshal json.patch json.remove json.unmarshal walk
	base64.decode base64.encode base64.is_valid base64url.decode base64url.encode base64url.encode_no_pad hex.decode hex.encode
	urlquery.decode urlquery.decode_object urlquery.encode urlquery.encode_object
	crypto.md5 crypto.sha1 crypto.sha256
	semver.compare semver.is_valid units.parse units.parse_bytes uri.is_valid uri.parse
	time.parse_duration_ns time.parse_rfc3339_ns
	graph.reachable
	print internal.print internal.test_case
	dates.add_days dates.add_months dates.cycle_end dates.last_day dates.period_end
`)

// refused say why a builtin is none of [allowed], by the beginning of its name up to
// a dot or the whole of it.
var refused = map[string]string{
	"http.send": "it opens connections", "net": "it asks the network, or lists without a bound", "providers": "it reads the clock",
	"opa": "it reads the machine", "rand": "it is random", "uuid": "it is random", "trace": "it reports past the report",
	"time": "it reads the clock, or the time zones of the machine; days are counted by dates.*", "io": "it reads the clock",
	"crypto.x509": "it reads the clock", "crypto.parse_private_keys": "no rule needs keys", "crypto.hmac": "no rule needs keys",
	"rego": "it reads policies and no facts", "bits.lsh": "its result has no bound", "numbers": "its result has no bound",
	"graph.reachable_paths": "its result has no bound", "glob": "its work has no bound", "regex.globs_match": "its work has no bound",
	"graphql": "its work has no bound", "yaml": "its result has no bound",
	"json.marshal_with_options": "json.marshal does", "json.match_schema": "facts have a schema already", "json.verify_schema": "facts have a schema already",
	"strings.render_template": "sprintf does", "regex.template_match": "regex.match does",
	"all": "it is deprecated", "any": "it is deprecated", "set_diff": "it is deprecated", "re_match": "it is deprecated",
	"cast_array": "it is deprecated", "cast_boolean": "it is deprecated", "cast_null": "it is deprecated", "cast_object": "it is deprecated",
	"cast_set": "it is deprecated", "cast_string": "it is deprecated",
}

func names(list string) map[string]bool {
	set := map[string]bool{}
	for _, name := range strings.Fields(list) {
		set[name] = true
	}
	return set
}

// whyRefused says why a builtin is refused; false if nobody has decided.
func whyRefused(name string) (why string, decided bool) {
	for prefix := name; prefix != ""; prefix = prefix[:max(0, strings.LastIndexByte(prefix, '.'))] {
		if why, decided = refused[prefix]; decided {
			return why, true
		}
	}
	return "", false
}

// capabilities are what a policy may use. The same facts must give the same report,
// everywhere and always.
func capabilities() *ast.Capabilities {
	all := ast.CapabilitiesForThisVersion()
	kept := all.Builtins[:0:0]
	for _, builtin := range all.Builtins {
		if allowed[builtin.Name] {
			kept = append(kept, builtin)
		}
	}
	all.Builtins = kept
	all.AllowNet = []string{}
	return all
}

var undefinedFunction = lazy.NewRegexp(`^undefined function ([a-z0-9_.]+)$`)

// refusal says of OPA's message about a function that it is one of OPA and why no
// policy may use it.
func refusal(message string) (said string, ok bool) {
	match := undefinedFunction.FindStringSubmatch(message)
	if match == nil {
		return "", false
	}
	if _, known := ast.BuiltinMap[match[1]]; !known {
		return "", false
	}
	why, decided := whyRefused(match[1])
	if !decided {
		why = "nobody has looked at it yet"
	}
	return "policies may not use " + match[1] + ": " + why, true
}
