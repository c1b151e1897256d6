package rego

import "github.com/dsaeval/dsaeval/internal/kleene"

var isCollection = kleene.FunctionNamed("rego.is_collection")
