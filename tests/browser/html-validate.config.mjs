// All of html-validate's recommendations, its rules for accessibility and for documents, as they are but
// for what is said here.
export default {
  extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // The Standard writes it in lower case, too.
    'doctype-style': ['error', { style: 'lowercase' }],
    // A hash guards against a foreign host; the site's own files come from where the page does.
    'require-sri': ['error', { target: 'crossorigin' }],
    // 70 is the rule's own limit; two long names side by side need a little more, without the site's.
    'long-title': ['error', { maxlength: 75 }],
  },
}
