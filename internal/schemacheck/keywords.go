package schemacheck

import (
	"encoding/json"
	"math/big"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
)

// draft is the only dialect of JSON Schema that is read.
const draft = "https://json-schema.org/draft/2020-12/schema"

// reader takes the value of a keyword over into a rule.
type reader func(c *compiler, r *rule, value any, a at) error

// keywords are those that are known. They are filled in by init because a schema
// holds schemas.
var keywords map[string]reader

func init() {
	keywords = map[string]reader{
		"$schema": readDraft, "$id": readID, "$ref": readReference, "$defs": readDefinitions,
		"$comment": readText, "title": readText, "description": readText,
		"default": readAnything, "examples": readList,

		"type": readTypes, "enum": readEnum,
		"const":            func(_ *compiler, r *rule, v any, a at) (err error) { r.fixed, err = nodeOf(v, a); return err },
		"minimum":          readBound(func(r *rule) **bound { return &r.minimum }),
		"maximum":          readBound(func(r *rule) **bound { return &r.maximum }),
		"exclusiveMinimum": readBound(func(r *rule) **bound { return &r.aboveMinimum }),
		"exclusiveMaximum": readBound(func(r *rule) **bound { return &r.belowMaximum }),

		"minLength":     readLimit(func(r *rule) *limit { return &r.minLength }),
		"maxLength":     readLimit(func(r *rule) *limit { return &r.maxLength }),
		"minItems":      readLimit(func(r *rule) *limit { return &r.minItems }),
		"maxItems":      readLimit(func(r *rule) *limit { return &r.maxItems }),
		"minProperties": readLimit(func(r *rule) *limit { return &r.minProperties }),
		"maxProperties": readLimit(func(r *rule) *limit { return &r.maxProperties }),

		"pattern": func(c *compiler, r *rule, v any, a at) (err error) { r.pattern, err = c.pattern(v, a); return err },
		"format":  readFormat, "uniqueItems": readUnique,

		"properties":           func(c *compiler, r *rule, v any, a at) (err error) { r.properties, err = c.named(v, a); return err },
		"patternProperties":    readPatterns,
		"additionalProperties": readSchema(func(r *rule) **rule { return &r.additional }),
		"propertyNames":        readSchema(func(r *rule) **rule { return &r.names }),
		"items":                readSchema(func(r *rule) **rule { return &r.items }),
		"not":                  readSchema(func(r *rule) **rule { return &r.not }),
		"required":             func(_ *compiler, r *rule, v any, a at) (err error) { r.required, err = distinct(v, a); return err },
		"dependentRequired":    readDependent,
		"allOf":                readSchemas(func(r *rule) *[]*rule { return &r.all }),
		"anyOf":                readSchemas(func(r *rule) *[]*rule { return &r.any }),
		"oneOf":                readSchemas(func(r *rule) *[]*rule { return &r.one }),
	}
}

func readSchema(field func(*rule) **rule) reader {
	return func(c *compiler, r *rule, value any, a at) (err error) {
		*field(r), err = c.schema(value, a)
		return err
	}
}

func readSchemas(field func(*rule) *[]*rule) reader {
	return func(c *compiler, r *rule, value any, a at) (err error) {
		*field(r), err = c.list(value, a)
		return err
	}
}

func readBound(field func(*rule) **bound) reader {
	return func(_ *compiler, r *rule, value any, a at) error {
		number, ok := rational(value)
		if !ok {
			return a.unsupported()
		}
		*field(r) = newBound(number)
		return nil
	}
}

func readLimit(field func(*rule) *limit) reader {
	return func(_ *compiler, r *rule, value any, a at) error {
		number, ok := rational(value)
		if !ok || !number.IsInt() || number.Sign() < 0 || number.Num().BitLen() > 30 {
			return a.unsupported()
		}
		*field(r) = limit(number.Num().Int64()) + 1
		return nil
	}
}

// rational returns a number of a schema. Where the exponent has many digits, math/big
// takes long over the exact value or gives none.
func rational(value any) (*big.Rat, bool) {
	number, ok := value.(json.Number)
	if !ok || len(number) > 100 || !document.JSONNumber.MatchString(number.String()) {
		return nil, false
	}
	if _, exponent, _ := strings.Cut(strings.ToLower(number.String()), "e"); len(exponent) > 4 {
		return nil, false
	}
	return new(big.Rat).SetString(number.String())
}

// nodeOf returns a value of a schema as documents hold it.
func nodeOf(value any, a at) (*document.Node, error) {
	if !readable(value) {
		return nil, a.unsupported()
	}
	return document.NodeOf(value), nil
}

// readable reports whether a value is one that a JSON decoder returns, with numbers
// as they are written.
func readable(value any) bool {
	switch value := value.(type) {
	case nil, bool, string:
		return true
	case json.Number:
		_, ok := rational(value)
		return ok
	case []any:
		return !slices.ContainsFunc(value, func(element any) bool { return !readable(element) })
	case map[string]any:
		for _, member := range value {
			if !readable(member) {
				return false
			}
		}
		return true
	default:
		return false
	}
}
