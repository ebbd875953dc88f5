import type { Role } from '@waypost/contracts';
import type { AlertKind, MailWords } from '../templates.ts';

const roles: Record<Role, string> = {
  TENANT_ADMIN: 'مدير',
  AGENT: 'وكيل',
  BILLING_ADMIN: 'مدير الفوترة',
  DEVELOPER: 'مطوّر',
};

const spikes: Record<AlertKind, { what: string; over: string; advice: string }> = {
  deliveries: {
    what: 'عمليات تسليم فاشلة إلى مشاريعك',
    over: 'عاد التسليم إلى مشاريعك',
    advice: 'لم يُفقد شيء: ما تعذّر تسليمه محفوظ وتُعاد محاولته. تعرض صفحة عمليات التسليم ما تجيب به مشاريعك.',
  },
  'server-errors': {
    what: 'طلبات أُجيب عنها بخطأ من الخادم',
    over: 'عادت إجابات الخادم',
    advice: 'توضّح سجلات واجهة البرمجة السبب مع معرّف الطلب.',
  },
  'logged-errors': { what: 'أخطاء مسجَّلة', over: 'عادت السجلات', advice: 'توضّح السجلات ماهية هذه الأخطاء.' },
  'waiting-work': {
    what: 'أعمال تنتظر أطول مما ينبغي (بالثواني)',
    over: 'عاد سير العمل',
    advice: 'تحقّق من أن عمليات المعالجة تعمل ومما تحتويه قوائم الانتظار.',
  },
};

const ignore = 'إذا لم تطلب ذلك فيمكنك تجاهل هذه الرسالة: لن يتغيّر شيء.';
const notYou = 'لم تكن أنت؟ إذن أعد تعيين كلمة مرورك فورًا وسجّل الخروج من كل الأجهزة من صفحة ملفك الشخصي.';

export const ar: MailWords = {
  orOpen: 'إذا لم يعمل الزر فافتح هذا العنوان:',
  sentBy: (brand) => `وصلتك هذه الرسالة من ${brand} لأن عنوانك معروف هناك.`,
  templates: {
    'verify-email': ({ name }) => ({
      subject: 'أكّد عنوان بريدك الإلكتروني',
      preheader: 'خطوة واحدة ثم يمكنك إرسال الرسائل.',
      heading: `مرحبًا بك يا ${name}`,
      paragraphs: [
        'نرجو تأكيد أن هذا العنوان لك. حتى ذلك الحين يمكنك التصفّح وإعداد كل شيء، لكن لا يمكنك الإرسال.',
      ],
      button: 'تأكيد العنوان',
      footnote: ignore,
    }),
    'reset-password': ({ name }) => ({
      subject: 'اختر كلمة مرور جديدة',
      preheader: 'يعمل الرابط مرة واحدة ولوقت قصير.',
      heading: 'كلمة مرور جديدة',
      paragraphs: [
        `مرحبًا ${name}، طلب شخص ما كلمة مرور جديدة لحسابك. يعمل الرابط مرة واحدة وتنتهي صلاحيته قريبًا.`,
      ],
      button: 'اختيار كلمة مرور جديدة',
      footnote: ignore,
    }),
    'password-changed': ({ name, at }, written) => ({
      subject: 'تم تغيير كلمة مرورك',
      preheader: `في ${written.instant(at)}.`,
      heading: 'تم تغيير كلمة مرورك',
      paragraphs: [`مرحبًا ${name}، تم تغيير كلمة مرور حسابك في ${written.instant(at)}.`, notYou],
    }),
    welcome: ({ name, tenantName, hasPassword }) => ({
      subject: `${tenantName} جاهز لك`,
      preheader: hasPassword ? 'سجّل الدخول وابدأ.' : 'اختر كلمة مرور وابدأ.',
      heading: `مرحبًا بك يا ${name}`,
      paragraphs: [
        hasPassword
          ? `تم إعداد ${tenantName} وأنت مديره. سجّل الدخول بكلمة المرور التي لديك.`
          : `تم إعداد ${tenantName} وأنت مديره. اختر كلمة مرور لتبدأ.`,
      ],
      button: hasPassword ? 'تسجيل الدخول' : 'اختيار كلمة مرور',
      footnote: hasPassword
        ? undefined
        : 'يعمل الرابط مرة واحدة وتنتهي صلاحيته بعد أيام. يمكنك طلب رابط آخر من صفحة تسجيل الدخول عبر «نسيت كلمة المرور».',
    }),
    invite: ({ inviterName, tenantName, role }) => ({
      subject: `${inviterName} يدعوك إلى ${tenantName}`,
      preheader: `سيكون دورك: ${roles[role]}.`,
      heading: `انضم إلى ${tenantName}`,
      paragraphs: [`يدعوك ${inviterName} إلى العمل في ${tenantName}. دورك: ${roles[role]}.`],
      button: 'قبول الدعوة',
      footnote: 'الدعوة لهذا العنوان فقط. إذا لم تكن تتوقعها فتجاهل هذه الرسالة.',
    }),
    'registration-invite': ({ tenantName }) => ({
      subject: 'أنت مدعو إلى التسجيل',
      preheader: 'أنشئ حسابًا بهذا الرابط.',
      heading: 'لديك دعوة',
      paragraphs: [
        tenantName ? `يمكنك هنا تسجيل ${tenantName} لتصبح مديره.` : 'يمكنك هنا تسجيل شركتك لتصبح مديرها.',
      ],
      button: 'التسجيل',
      footnote: 'الدعوة لهذا العنوان فقط وتعمل مرة واحدة.',
    }),
    'totp-changed': ({ name, change, at }, written) => ({
      subject: {
        enabled: 'تم تفعيل تسجيل الدخول برمز',
        disabled: 'تم إيقاف تسجيل الدخول برمز',
        'recovery-codes': 'تم استبدال رموز الاسترداد',
      }[change],
      preheader: `في ${written.instant(at)}.`,
      heading: {
        enabled: 'سيُطلب رمز من الآن فصاعدًا',
        disabled: 'لن يُطلب رمز بعد الآن',
        'recovery-codes': 'لديك رموز استرداد جديدة',
      }[change],
      paragraphs: [
        {
          enabled: `مرحبًا ${name}، منذ ${written.instant(at)} يتطلب تسجيل الدخول كلمة مرورك ورمزًا من تطبيق المصادقة.`,
          disabled: `مرحبًا ${name}، منذ ${written.instant(at)} يتطلب تسجيل الدخول كلمة مرورك فقط.`,
          'recovery-codes': `مرحبًا ${name}، أُنشئت رموز استرداد جديدة في ${written.instant(at)}. لم تعد الرموز السابقة صالحة.`,
        }[change],
        notYou,
      ],
    }),
    'project-failing': ({ projectName, endpoint, since, until }, written) => ({
      subject: `المشروع «${projectName}» يفشل منذ ${written.day(since)}`,
      preheader: `سيُعطَّل في ${written.day(until)} ما لم يُجب.`,
      heading: `${projectName} لا يجيب`,
      paragraphs: [
        `فشلت كل عمليات التسليم إلى ${endpoint} منذ ${written.instant(since)}.`,
        `إذا لم يتغيّر شيء فسيُعطَّل المشروع في ${written.day(until)}. ما تعذّر تسليمه محفوظ ويمكن إرساله من جديد عندما يجيب المشروع برمز 2xx.`,
      ],
      button: 'عرض المشروع',
    }),
    'project-disabled': ({ projectName, endpoint, since }, written) => ({
      subject: `تم تعطيل المشروع «${projectName}»`,
      preheader: `تفشل كل عمليات التسليم منذ ${written.day(since)}.`,
      heading: `تم تعطيل ${projectName}`,
      paragraphs: [
        `فشلت كل عمليات التسليم إلى ${endpoint} منذ ${written.instant(since)}، ولذلك لم يعد يُرسل إليه شيء.`,
        'ما وصل في هذه الأثناء محفوظ. فعّل المشروع عندما يعود إلى الإجابة واسترجع ما فاته.',
      ],
      button: 'تفعيل المشروع',
    }),
    'error-spike': ({ kind, count, total, before, minutes }, written) => ({
      subject: `أخطاء أكثر من المعتاد: ${spikes[kind].what}`,
      preheader: `العدد: ${written.number(count)}. المدة بالدقائق: ${written.number(minutes)}.`,
      heading: 'أخطاء أكثر من المعتاد',
      paragraphs: [
        `${spikes[kind].what} — العدد: ${written.number(count)}${total === undefined ? '' : ` من أصل ${written.number(total)}`}، المدة بالدقائق: ${written.number(minutes)}. المتوقع بحسب الساعة السابقة: ${written.number(before)}.`,
        spikes[kind].advice,
      ],
      button: 'عرض التفاصيل',
      footnote:
        'نخبرك مرة واحدة في الساعة على الأكثر، وعند انتهاء الأمر. يُختار من يُخبَر في الإعدادات ضمن الإشعارات.',
    }),
    'error-spike-over': ({ kind, since }, written) => ({
      subject: `${spikes[kind].over} إلى المعتاد`,
      preheader: `كان قد بدأ في ${written.instant(since)}.`,
      heading: 'عاد كل شيء إلى المعتاد',
      paragraphs: [`انتهى ما بدأ في ${written.instant(since)}: ${spikes[kind].over} إلى المعتاد.`],
      button: 'عرض الصفحة',
    }),
    'tenant-suspended': ({ tenantName, reason }) => ({
      subject: `تم تعليق ${tenantName}`,
      preheader: 'تُحفظ الإشعارات الواردة لكنها لا تُمرَّر.',
      heading: `تم تعليق ${tenantName}`,
      paragraphs: [
        ...(reason ? [`السبب المذكور: ${reason}`] : []),
        'ما زالت الإشعارات الواردة لأرقامك تُحفظ لكنها لا تُمرَّر، ولا يستطيع أحد العمل حتى يستأنف المشغّل الخدمة.',
      ],
      footnote: 'راسل المشغّل إذا كنت ترى أن هذا خطأ.',
    }),
    'tenant-resumed': ({ tenantName }) => ({
      subject: `عاد ${tenantName} إلى العمل`,
      preheader: 'تُمرَّر الإشعارات الواردة من جديد.',
      heading: `عاد ${tenantName} إلى العمل`,
      paragraphs: ['تُمرَّر الإشعارات الواردة لأرقامك من جديد، ويستطيع الجميع العمل كما كان.'],
      button: `فتح ${tenantName}`,
    }),
    'tenant-deletion': ({ tenantName, until }, written) => ({
      subject: `سيُحذف ${tenantName} في ${written.day(until)}`,
      preheader: 'حتى ذلك الحين يستطيع المشغّل استرجاعه.',
      heading: `سيُحذف ${tenantName}`,
      paragraphs: [
        `في ${written.instant(until)} يُحذف كل ما يخص ${tenantName}: الأرقام والمشاريع والرسائل وصلاحيات الأشخاص.`,
        'حتى ذلك الحين يستطيع المشغّل استرجاعه. بعد ذلك لا يستطيع أحد.',
      ],
    }),
  },
};
