<?php

// Prints the functions, classes and constants that each file uses and that neither the file nor PHP
// defines, a line `file: name` each.

const TYPES = [
    'array', 'bool', 'callable', 'false', 'float', 'int', 'iterable', 'mixed', 'never', 'null', 'object', 'parent',
    'self', 'static', 'string', 'true', 'void',
];
// These are there in a web server only.
const WEB_FUNCTIONS = ['getallheaders', 'apache_request_headers'];
const MEMBER_OPERATORS = ['->', '?->', '::'];
const DECLARATIONS = ['function', 'const', 'class', 'enum', 'interface', 'trait'];

function isDefined(string $name): bool
{
    return in_array(strtolower($name), [...TYPES, ...WEB_FUNCTIONS], true) || function_exists($name) || defined($name)
        || class_exists($name) || interface_exists($name) || enum_exists($name);
}

/** @return string[] the names that the file declares and those that it uses */
function declaredAndUsed(string $file): array
{
    $declared = $used = [];
    $tokens = array_values(array_filter(
        PhpToken::tokenize(file_get_contents($file), TOKEN_PARSE),
        fn ($token) => !$token->isIgnorable(),
    ));
    foreach ($tokens as $at => $token) {
        if (!$token->is([T_STRING, T_NAME_QUALIFIED, T_NAME_FULLY_QUALIFIED])) {
            continue;
        }
        $before = strtolower($tokens[$at - 1]->text ?? '');
        $after = $tokens[$at + 1]->text ?? '';
        $isArgumentName = $after === ':' && in_array($before, ['(', ','], true);
        $declares = in_array($before, DECLARATIONS, true)
            || in_array($before, TYPES, true) && $tokens[$at - 2]->is(T_CONST);
        if ($declares) {
            $declared[] = $token->text;
        } elseif (!$isArgumentName && !in_array($before, MEMBER_OPERATORS, true)) {
            $used[] = $token->text;
        }
    }
    return [$declared, $used];
}

foreach (array_slice($argv, 1) as $file) {
    [$declared, $used] = declaredAndUsed($file);
    foreach (array_diff(array_unique($used), $declared) as $name) {
        if (!isDefined($name)) {
            echo "$file: $name\n";
        }
    }
}
